"""The words of a text around what was searched for, with the found ones marked."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tocsin.language.search_words import Word, sounds_of, sounds_of_name, words_in

from .query import Part, Query

LENGTH = 220  # letters of a snippet
_BEFORE = 60  # letters before the first word that was found
_LOOKED_AT = 60_000  # letters of a text in which to look for it as it was typed
_FOLDED = 4_000  # letters in which to look for it in other spellings
Span = tuple[int, int]


class Piece(NamedTuple):
    text: str
    is_found: bool


def snippet(text: str, query: Query, is_name: bool = False) -> tuple[Piece, ...]:
    """Up to LENGTH letters from a little before the first word that was found; from the start where none was."""
    beginning, near = _near(text, query)
    near = " ".join(near.split())
    spans = _found(near, query, is_name)
    start = _word_start(near, max(0, spans[0][0] - _BEFORE)) if spans else 0
    end = start + LENGTH
    cut = [(max(s, start) - start, e - start) for s, e in spans if s >= start and e <= end]
    pieces = tuple(_pieces(near[start:end], cut))
    before = (Piece("… ", False),) if start or beginning else ()
    is_cut = end < len(near) or beginning + len(near) < len(text)
    return (*before, *pieces, *((Piece(" …", False),) if is_cut else ()))


def _near(text: str, query: Query) -> tuple[int, str]:
    """Where to look: around the first word that stands there as it was typed, else the beginning of the text.

    Folding every word of a long text to find another spelling of it would take longer than the search.
    """
    lowered = text[:_LOOKED_AT].lower()
    if len(lowered) == len(text[:_LOOKED_AT]):
        for part in query:
            at = lowered.find(part.printed[0].lower()) if part.printed else -1
            if at >= 0:
                start = _word_start(text, max(0, at - 2 * _BEFORE))
                return start, text[start : start + 3 * LENGTH]
    return 0, text[:_FOLDED]


def marked(text: str, query: Query, is_name: bool = True) -> tuple[Piece, ...]:
    """All of a title, with what was found in it."""
    return tuple(_pieces(text, _found(text, query, is_name)))


def _found(text: str, query: Query, is_name: bool) -> list[Span]:
    words = list(words_in(text))
    spans = sorted({span for part in query for span in _spans_of(part, words, text, is_name)})
    return list(_apart(spans))


def _spans_of(part: Part, words: Sequence[Word], text: str, is_name: bool) -> Iterator[Span]:
    length = len(part.printed)
    for at, word in enumerate(words):
        if _is_printed(part, words[at : at + length]):
            yield word.start, words[at + length - 1].end
        elif part.sounds and not word.is_pair and _sounds_like(part, text[word.start : word.end], is_name):
            yield word.start, word.end


def _is_printed(part: Part, words: Sequence[Word]) -> bool:
    if len(words) < len(part.printed):
        return False
    *whole, last = part.printed
    begun = words[-1].printed.startswith(last) if part.is_begun else words[-1].printed == last
    return begun and all(word.printed == wanted for word, wanted in zip(words, whole, strict=False))


def _sounds_like(part: Part, word: str, is_name: bool) -> bool:
    forms = sounds_of_name(word) if is_name else sounds_of(word)
    if not part.is_begun:
        return not part.sounds.isdisjoint(forms)
    return any(form.startswith(sound) for form in forms for sound in part.sounds)


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
