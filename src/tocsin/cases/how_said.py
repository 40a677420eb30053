"""How a reviewed item says what it says: whose word it is, with what stance, how free, and when it holds."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from tocsin.reports.models import Decision, ReviewItem, Section

from .models import Circumstance, Stance

# Who says what the other fields of an item say.
SAID_BY = {Section.INCIDENTS: "said_by", Section.STATEMENTS: "speaker"}
# The field of an item that dates its others, and which of them it dates.
HOLDS_ON = {Section.PEOPLE: ("since", {"status"}), Section.INCIDENTS: ("date", None)}


@dataclass(frozen=True)
class HowSaid:
    asserted_by: str
    stance: str
    circumstance: str
    dates: str
    dated: set[str] | None

    def holds_on(self, predicate: str) -> str:
        """EDTF; empty where the report says no date for it."""
        return self.dates if self.dated is None or predicate in self.dated else ""


def how_said(item: ReviewItem) -> HowSaid:
    """As the reading and its reviewer have it. All of it can be changed at the desk."""
    section = Section(item.section)
    dating, dated = HOLDS_ON.get(section, ("", set()))
    return HowSaid(
        asserted_by=str(_taken(item, SAID_BY.get(section, "")) or "")[:200],
        stance=_stance(item) if section == Section.STATEMENTS else Stance.ASSERTS,
        circumstance=_circumstance(item) if section == Section.STATEMENTS else Circumstance.UNKNOWN,
        dates=str(_taken(item, dating) or "")[:30],
        dated=dated,
    )


def _taken(item: ReviewItem, name: str) -> Any:
    stands = (f for f in item.fields.all() if f.name == name and f.decision != Decision.REJECTED)
    field = next(stands, None)
    return field.value if field and field.is_taken else None


def _stance(item: ReviewItem) -> str:
    if _taken(item, "refused"):
        return Stance.REFUSES
    denials = (i["spans"] for i in item.report.draft["incidents"] if i["type"] == "official_denial")
    return Stance.DENIES if any(meet(item.spans, spans) for spans in denials) else Stance.ASSERTS


def _circumstance(item: ReviewItem) -> str:
    """In custody where the reader marked an avowal there; an official who tells of it speaks for himself."""
    marked = (w["spans"] for w in item.report.draft["warnings"] if w["code"] == "said_in_custody")
    if not any(meet(item.spans, spans) for spans in marked) or _is_official(item):
        return Circumstance.UNKNOWN
    return Circumstance.IN_CUSTODY


def _is_official(item: ReviewItem) -> bool:
    speaker = str(_taken(item, "speaker") or "").casefold()
    known = {
        str(o[key] or "").casefold() for o in item.report.draft["officials"] for key in ("name", "office")
    }
    return speaker in known


def meet(spans: Iterable[list[int]], others: Iterable[list[int]]) -> bool:
    """Whether any of the one overlaps any of the other."""
    there = list(others)
    return any(start < until and since < end for start, end in spans for since, until in there)
