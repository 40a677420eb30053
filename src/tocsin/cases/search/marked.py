"""The words of a text around what was searched for, with the found ones marked."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from tocsin.language.search_words import Word, evened, is_unspaced, sounds_of, sounds_of_name, words_in

from .query import Part, Query

LENGTH = 220  # letters of a snippet
_BEFORE = 60  # letters before the first word that was found
_AFTER = 20  # letters after the snippet, in which a word may end that begins in it
_LOOKED_AT = 60_000  # letters of a text in which to look for it as it was typed
_FOLDED = 4_000  # letters in which to look for it in other spellings
Span = tuple[int, int]


class Piece(NamedTuple):
    text: str
    is_found: bool


def snippet(text: str, query: Query, is_name: bool = False) -> tuple[Piece, ...]:
    """Up to LENGTH letters from a little before the first word that was found; from the start where none was."""
    beginning, near = _near(text, query, is_name)
    near = " ".join(near.split())[: _BEFORE + LENGTH + _AFTER]
    spans = _found(near, query, is_name)
    start = _word_start(near, max(0, spans[0][0] - _BEFORE)) if spans else 0
    end = start + LENGTH
    cut = [(max(s, start) - start, e - start) for s, e in spans if s >= start and e <= end]
    pieces = tuple(_pieces(near[start:end], cut))
    before = (Piece("… ", False),) if start or beginning else ()
    is_cut = end < len(near) or beginning + len(near) < len(text)
    return (*before, *pieces, *((Piece(" …", False),) if is_cut else ()))


def _near(text: str, query: Query, is_name: bool) -> tuple[int, str]:
    """Where to look: around the first word that stands there as it was typed, else around another spelling of it.

    Marking all words of a long text would take longer than the search.
    """
    at = _as_typed(text[:_LOOKED_AT], query)
    at = _first_found(text[:_FOLDED], query, is_name) if at < 0 else at
    start = _word_start(text, max(0, at - _BEFORE))
    return start, text[start : start + _BEFORE + 2 * LENGTH]


def _as_typed(text: str, query: Query) -> int:
    """-1 where no word begins so; a text whose small letters are more than its capitals is not looked at."""
    lowered = evened(text)
    if len(lowered) != len(text):
        return -1
    return next((at for part in query if (at := _first_word(lowered, part.printed[0])) >= 0), -1)


def _first_word(lowered: str, wanted: str) -> int:
    """Where a word begins so; in a script without spaces, where its letters stand."""
    at = lowered.find(wanted)
    while at > 0 and lowered[at - 1].isalnum() and not is_unspaced(wanted[0]):
        at = lowered.find(wanted, at + 1)
    return at


def _first_found(text: str, query: Query, is_name: bool) -> int:
    """The first word that begins a part of the query in any spelling; 0 where none does."""
    for word in words_in(text):
        for part in query:
            if _is_printed(part, [word], 1) or _is_sound(part, word, text, is_name):
                return word.start
    return 0


def marked(text: str, query: Query, is_name: bool = True) -> tuple[Piece, ...]:
    """All of a title, with what was found in it."""
    return tuple(_pieces(text, _found(text, query, is_name)))


def _found(text: str, query: Query, is_name: bool) -> list[Span]:
    words = list(words_in(text))
    spans = sorted({span for part in query for span in _spans_of(part, words, text, is_name)})
    return list(_apart(spans))


def _spans_of(part: Part, words: Sequence[Word], text: str, is_name: bool) -> Iterator[Span]:
    first, length = part.printed[0], len(part.printed)
    for at, word in enumerate(words):
        if word.printed.startswith(first) and _is_printed(part, words[at : at + length], length):
            yield word.start, words[at + length - 1].end
        elif _is_sound(part, word, text, is_name):
            yield word.start, word.end


def _is_printed(part: Part, words: Sequence[Word], length: int) -> bool:
    """Whether these words are the first `length` of the part."""
    if len(words) < length:
        return False
    *whole, last = part.printed[:length]
    begun = words[-1].printed.startswith(last) if part.is_begun else words[-1].printed == last
    return begun and all(word.printed == wanted for word, wanted in zip(words, whole, strict=False))


def _is_sound(part: Part, word: Word, text: str, is_name: bool) -> bool:
    if not part.sounds or word.is_pair:
        return False
    return _sounds_like(part.sounds, part.is_begun, text[word.start : word.end], is_name)


@lru_cache(16384)
def _sounds_like(sounds: frozenset[str], is_begun: bool, word: str, is_name: bool) -> bool:
    forms = sounds_of_name(word) if is_name else sounds_of(word)
    if not is_begun:
        return not sounds.isdisjoint(forms)
    return any(form.startswith(sound) for form in forms for sound in sounds)


def _apart(spans: list[Span]) -> Iterator[Span]:
    """Spans that overlap made one."""
    held: Span | None = None
    for start, end in spans:
        if held and start < held[1]:
            held = (held[0], max(held[1], end))
            continue
        if held:
            yield held
        held = (start, end)
    if held:
        yield held


def _pieces(text: str, spans: Sequence[Span]) -> Iterator[Piece]:
    at = 0
    for start, end in spans:
        yield from (Piece(text[at:start], False), Piece(text[start:end], True))
        at = end
    yield Piece(text[at:], False)


def _word_start(text: str, at: int) -> int:
    """The beginning of the word after `at`."""
    return text.find(" ", at) + 1 if at and " " in text[at : at + _BEFORE] else at
