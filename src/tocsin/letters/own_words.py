"""What a supporter wrote herself: the sentences of her letter that its draft does not have."""

from collections.abc import Iterable

from tocsin.letters.sentences import sentences

# Shorter ones are greetings, farewells and names.
_SHORTEST = 15
_SHORTEST_DENSE = 8  # some scripts say more with each letter
LONGEST = 600


def own_words(body: str, draft: str, name: str = "") -> str:
    """In her order and on one line, at most 600 characters; empty where the letter is as it was drafted."""
    drafted = {_key(text) for text in sentences(draft)}
    hers = [text for text in sentences(body) if _is_hers(text, drafted, name)]
    words = " ".join(hers)
    if len(words) <= LONGEST:
        return words
    return words[: LONGEST - 2].rsplit(" ", 1)[0].rstrip(" ,;:-–") + " …"


class Drafted:
    """What drafts say, sentence by sentence: told apart from what a writer put into her letter herself."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._keys = {_key(sentence) for text in texts for sentence in sentences(text)}

    def has(self, sentence: str) -> bool:
        return _key(sentence) in self._keys


def _is_hers(text: str, drafted: set[str], name: str) -> bool:
    key = _key(text)
    is_long = len(key) >= (_SHORTEST if key.isascii() else _SHORTEST_DENSE)
    return is_long and key.removesuffix(_key(name)) not in {*drafted, ""}


def _key(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())
