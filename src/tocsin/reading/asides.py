"""Events told in passing, no incidents of the case: of a climate, of long ago, asked about, or said of things in general."""

import re
from bisect import bisect_right

from tocsin.language.times_ago import days_of
from tocsin.reading.marks import Material
from tocsin.reading.merging import CARRIED
from tocsin.reading.quotes import QUOTE
from tocsin.reading.sections import Section
from tocsin.terms.incidents import Incident
from tocsin.terms.span import Span

LONG_AGO = 2  # years before the newest event
LONG_QUOTE, LONGEST_QUOTE = 60, 1500  # letters; shorter ones are a slogan or a name
CLIMATES = frozenset({"threat", "emergency_declared", "union_not_recognised"})
ANSWERS = frozenset({"official_denial", "no_answer"})  # they are statements
_PARTED = re.compile(r"\n\s*\n")
_ASKS = re.compile(r"[?？][\s\"'”»*_]*$")


def without_asides(incidents: tuple[Incident, ...], material: Material) -> tuple[Incident, ...]:
    """Those that a reviewer would put into the case's own history."""
    told = _Told(material)
    newest = max((year for one in incidents if (year := _year(one))), default=0)
    return tuple(
        one
        for one in incidents
        if one.type not in ANSWERS and not _is_long_ago(one, newest) and not told.is_aside(one)
    )


def _is_long_ago(incident: Incident, newest: int) -> bool:
    """What a report of this year tells of a country years before; what befell those at risk is theirs, whenever it was."""
    year = _year(incident)
    return year is not None and not incident.affected and newest - year >= LONG_AGO


def _year(incident: Incident) -> int | None:
    """The last year of its own date, if that has passed."""
    if incident.date is None or incident.planned or not _has_own_date(incident):
        return None
    days = days_of(incident.date)
    return days[1].year if days else None


def _has_own_date(incident: Incident) -> bool:
    return incident.date is not None and CARRIED not in incident.rule


def _is_of_nobody(incident: Incident) -> bool:
    """Nobody at risk is named, and nobody counted or plainly one person."""
    return not incident.affected and incident.count is None


class _Told:
    """Where a text tells of its events."""

    def __init__(self, material: Material) -> None:
        self._home = material.home
        self._words = material.words
        self._text = material.document.text
        self._quotes = [match.span() for match in QUOTE.finditer(self._text) if _is_said(match[0])]

    def is_aside(self, incident: Incident) -> bool:
        """Where nobody is named: a climate, a background, a question, what a quotation says."""
        if incident.affected:
            return False
        if not _has_own_date(incident) and (
            self._is_climate(incident) or self._is_all_in(incident, Section.BACKGROUND)
        ):
            return True
        return _is_of_nobody(incident) and all(
            self._is_quoted(span) or self._is_asked(span) for span in incident.spans
        )

    def _is_climate(self, incident: Incident) -> bool:
        """'Repression and intimidation go on', told once."""
        if incident.type not in CLIMATES or len(incident.spans) > 1:
            return False
        told = self._text[incident.spans[0].start : incident.spans[0].end]
        return self._words.cues("climate").first(told) is not None

    def _is_all_in(self, incident: Incident, section: Section) -> bool:
        return all((home := self._home(span.start)) and home.section is section for span in incident.spans)

    def _is_asked(self, span: Span) -> bool:
        home = self._home(span.start)
        return home is not None and _ASKS.search(home.text) is not None

    def _is_quoted(self, span: Span) -> bool:
        index = bisect_right(self._quotes, (span.start, len(self._text))) - 1
        return index >= 0 and span.start < self._quotes[index][1]


def _is_said(quoted: str) -> bool:
    """Somebody's words, within one paragraph."""
    return LONG_QUOTE < len(quoted) < LONGEST_QUOTE and _PARTED.search(quoted) is None
