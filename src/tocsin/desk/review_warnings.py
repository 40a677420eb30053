"""What the reader warns of, gravest first, each with the way to its words."""

from bisect import bisect_right
from dataclasses import dataclass
from typing import Any

from tocsin.reports.queries import Sentence
from tocsin.terms.flags import NEEDS_TWO

MOST_PLACES = 6


@dataclass(frozen=True)
class Warned:
    """`places` are the offsets of the sentences that hold its words: the page's anchors."""

    code: str
    message: str
    places: list[int]
    more: int

    @property
    def needs_two(self) -> bool:
        return self.code in NEEDS_TWO


def warned(draft: dict[str, Any], all_sentences: list[Sentence]) -> list[Warned]:
    """Those that need two people stand first."""
    starts = sorted(sentence.start for sentence in all_sentences)
    found = [_warned(warning, starts) for warning in draft["warnings"]]
    return sorted(found, key=lambda warning: not warning.needs_two)


def _warned(warning: dict[str, Any], starts: list[int]) -> Warned:
    holding = (starts[bisect_right(starts, start) - 1] for start, _ in warning["spans"] if starts)
    places = list(dict.fromkeys(holding))
    more = max(0, len(places) - MOST_PLACES)
    return Warned(warning["code"], warning["message"], places[:MOST_PLACES], more)
