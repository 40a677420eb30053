"""Withheld names in scripts that have many transliterations: 'Kim Seo-yeon' of '김서연', and back."""

from collections.abc import Iterator, Mapping
from itertools import chain

from tocsin.language.heard.scripts import asked_by, meets_by, pieces_of, unspaced_runs

_SYLLABLES = range(4, 1, -1)  # of a whole name, the longest first


class HeardNames:
    """`names` maps each name to what stands in its place."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._telling, self._half = dict[str, str](), dict[str, str]()
        self._whole = {form: put for name, put in names.items() for form in meets_by(name)}
        for name, put in names.items():
            for form, is_telling in chain.from_iterable(map(pieces_of, name.split())):
                (self._telling if is_telling else self._half).setdefault(form, put)

    def told_by(self, word: str) -> tuple[str, bool] | None:
        """What stands in place of whom a word names, and whether it tells who it is; None where it names nobody."""
        forms = asked_by(word)
        for known, is_telling in ((self._telling, True), (self._half, False), (self._whole, False)):
            if put := next((known[form] for form in forms if form in known), None):
                return put, is_telling
        return None

    def in_runs(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Start, end and what to put where a whole name stands in letters without spaces."""
        for run in unspaced_runs(text) if self._whole else ():
            at = run.start()
            while at < run.end():
                found = self._begins(text, at, run.end())
                if found:
                    yield found
                at = found[1] if found else at + 1

    def _begins(self, text: str, at: int, end: int) -> tuple[int, int, str] | None:
        for size in _SYLLABLES:
            if at + size <= end:
                for form in asked_by(text[at : at + size]):
                    if put := self._whole.get(form):
                        return at, at + size, put
        return None
