"""The words of a text around what was searched for, with the found ones marked."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from tocsin.language.han import simplified
from tocsin.language.search_words import (
    Word,
    evened,
    is_unspaced,
    keys_of,
    keys_of_name,
    sounds_of,
    sounds_of_name,
    spelt_in,
    words_in,
)

from .query import Part, Query

LENGTH = 220  # letters of a snippet
_BEFORE = 60  # letters before the first word that was found
_AFTER = 20  # letters after the snippet, in which a word may end that begins in it
_LOOKED_AT = 60_000  # letters of a text in which to look for it as it was typed
_FOLDED = 4_000  # letters in which to look for it in other spellings
_KEPT = 60  # letters between two spaces whose keys are worth keeping: a page of Chinese is one run, and nobody else writes it
_PHRASE = 400  # letters in which words in quotes end: no more than half as many can be typed
_SPACED = re.compile(r"\S+")
Span = tuple[int, int]


class Piece(NamedTuple):
    text: str
    is_found: bool


class Told(NamedTuple):
    """A word, by itself; `begins` the parts that may begin with it; `is_heard`: another spelling of a part."""

    word: Word
    begins: tuple[Part, ...]
    is_heard: bool


class Marker:
    """Marks what one query found in many texts; `is_name`: in texts that are names, in any spelling of one.

    Most of what stands between two spaces tells nothing: its keys say so without taking it apart.
    """

    def __init__(self, query: Query, is_name: bool = False) -> None:
        self.query = query
        self._forms, self._keys = (sounds_of_name, keys_of_name) if is_name else (sounds_of, keys_of)
        self._first = tuple(part.printed[0] for part in query)
        self._sounds = frozenset(sound for part in query if not part.is_begun for sound in part.sounds)
        self._begun_sounds = tuple(sound for part in query if part.is_begun for sound in part.sounds)
        self._first_unspaced = tuple(first for first in self._first if is_unspaced(first[0]))
        self._asks_sounds = bool(self._sounds or self._begun_sounds)
        self._wanted = self._sounds | {part.printed[0] for part in query if not part.is_begun}
        self._begun = (*self._begun_sounds, *(part.printed[0] for part in query if part.is_begun))

    def snippet(self, text: str) -> tuple[Piece, ...]:
        """Up to LENGTH letters from a little before the first word that was found; from the start where none was."""
        beginning, near = self._near(text)
        near = " ".join(near.split())[: _BEFORE + LENGTH + _AFTER]
        spans = self._found(near)
        start = _word_start(near, max(0, spans[0][0] - _BEFORE)) if spans else 0
        end = start + LENGTH
        cut = [(max(s, start) - start, e - start) for s, e in spans if s >= start and e <= end]
        pieces = tuple(_pieces(near[start:end], cut))
        before = (Piece("… ", False),) if start or beginning else ()
        is_cut = end < len(near) or beginning + len(near) < len(text)
        return (*before, *pieces, *((Piece(" …", False),) if is_cut else ()))

    def marked(self, text: str) -> tuple[Piece, ...]:
        """All of a title, with what was found in it."""
        return tuple(_pieces(text, self._found(text)))

    def _near(self, text: str) -> tuple[int, str]:
        """Where to look: around the first word that stands there as it was typed, else around another spelling of it.

        Marking all words of a long text would take longer than the search.
        """
        at = _as_typed(text[:_LOOKED_AT], self.query)
        at = self._first_found(text[:_FOLDED]) if at < 0 else at
        start = _word_start(text, max(0, at - _BEFORE))
        return start, text[start : start + _BEFORE + 2 * LENGTH]

    def _first_found(self, text: str) -> int:
        """The first word that begins a part of the query in any spelling; 0 where none does."""
        for at, word in self._told(text):
            if word.is_heard or any(_is_printed(part, [word.word], 1) for part in word.begins):
                return at
        return 0

    def _found(self, text: str) -> list[Span]:
        return list(_apart(sorted(set(self._spans(text)))))

    def _spans(self, text: str) -> Iterator[Span]:
        for at, (word, begins, is_heard) in self._told(text):
            for part in begins:
                length = len(part.printed)
                words = [word] if length == 1 else list(islice(words_in(text[at : at + _PHRASE]), length))
                if _is_printed(part, words, length):
                    yield at, at + words[-1].end - words[0].start
            if is_heard:
                yield at, at + word.end - word.start

    def _told(self, text: str) -> Iterator[tuple[int, Told]]:
        """The words that may tell something, and where each stands."""
        for found in _SPACED.finditer(text):
            run = found[0]
            keys = self._keys(run) if len(run) <= _KEPT else None
            # Most tell nothing: not even a call of our own is made for them.
            if keys is None or not self._wanted.isdisjoint(keys) or (self._begun and self._is_begun(keys)):
                start = found.start()
                yield from [(start + at, told) for at, told in self._tell(run)]

    def _is_begun(self, keys: frozenset[str]) -> bool:
        return any(key.startswith(self._begun) for key in keys)

    def _tell(self, run: str) -> list[tuple[int, Told]]:
        told = list[tuple[int, Told]]()
        for start, spelt, printed in spelt_in(run):
            if not printed:
                told += [(start + each.word.start, each) for each in self._of_pairs(spelt)]
                continue
            is_heard = self._is_heard(spelt)
            if is_heard or printed.startswith(self._first):
                told.append((start, Told(Word(0, len(spelt), printed), self._begins(printed), is_heard)))
        return told

    def _of_pairs(self, spelt: str) -> Iterator[Told]:
        if not self._first_unspaced:
            return
        letters = simplified(spelt)
        # A page of Chinese is one run: to take all of it apart takes longer than the search.
        words = _pairs_in(letters, self._first_unspaced) if letters.isalnum() else words_in(spelt)
        for word in words:
            if begins := self._begins(word.printed):
                yield Told(word, begins, False)

    def _begins(self, printed: str) -> tuple[Part, ...]:
        """The parts of the query that may begin with this word as it is printed."""
        if not printed.startswith(self._first):
            return ()
        return tuple(part for part in self.query if printed.startswith(part.printed[0]))

    def _is_heard(self, spelt: str) -> bool:
        """Whether it is another spelling of a part."""
        if not self._asks_sounds:
            return False
        forms = self._forms(spelt)
        if not self._sounds.isdisjoint(forms):
            return True
        return bool(self._begun_sounds) and any(f.startswith(self._begun_sounds) for f in forms)


def _pairs_in(letters: str, wanted: Sequence[str]) -> Iterator[Word]:
    """Those of a run without signs that begin so, as `words_in` gives them."""
    last = max(len(letters) - 1, 1)
    for at in sorted({at for each in wanted for at in _places(letters, each) if at < last}):
        yield Word(at, min(at + 2, len(letters)), letters[at : at + 2], is_pair=True)


def _places(text: str, wanted: str) -> Iterator[int]:
    at = text.find(wanted)
    while at >= 0:
        yield at
        at = text.find(wanted, at + 1)


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


def _is_printed(part: Part, words: Sequence[Word], length: int) -> bool:
    """Whether these words are the first `length` of the part."""
    if len(words) < length:
        return False
    *whole, last = part.printed[:length]
    begun = words[-1].printed.startswith(last) if part.is_begun else words[-1].printed == last
    return begun and all(word.printed == wanted for word, wanted in zip(words, whole, strict=False))


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
