"""Cue phrases that are only words side by side: found without an expression, since compiling one takes long."""

import re

_PLAIN = re.compile(r"[^\s*?#(){}\[\]|.…]+\*?(?:\s+[^\s*?#(){}\[\]|.…]+\*?)*")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")

Words = tuple[tuple[str, bool], ...]


def plain_words(written: str) -> Words | None:
    """Each word in lower case and whether its ending is open; None where the notation says more than that."""
    written = written.strip()
    if not _PLAIN.fullmatch(written) or _UNSPACED.search(written):
        return None
    return tuple((word.removesuffix("*"), word.endswith("*")) for word in written.lower().split())


def end_of_plain(words: Words, text: str, lowered: str, place: int) -> int | None:
    """Where the words end that begin at a place; None where others stand there. `lowered` is letter for letter."""
    at = place
    for number, (word, is_open) in enumerate(words):
        after = _over_blanks(text, at) if number else at
        if (number and after == at) or not lowered.startswith(word, after):
            return None
        at = after + len(word)
        while is_open and at < len(text) and is_of_a_word(text[at]):
            at += 1
    ends_amid_word = words[-1][0][-1].isalnum() and at < len(text) and is_of_a_word(text[at])
    return None if ends_amid_word else at


def is_of_a_word(char: str) -> bool:
    return char.isalnum() or char == "_"


def _over_blanks(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at
