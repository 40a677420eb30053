"""Mentions of one event made one incident."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from tocsin.language.times_ago import days_of
from tocsin.terms.count import Count
from tocsin.terms.incidents import Incident
from tocsin.terms.span import Span

CARRIED = "carried over"
INFERRED = "one person, as grammar says"


# A general type -> the particular one that it repeats where it adds nothing of its own.
NEAR = 1500
LONGEST_ARTICLE = 4  # 'a', 'eine'
MOST_OF_VAGUE = 5  # times the least that 'dozens' or 'hundreds' may mean
_FIGURE = re.compile(r"\d")
MOST = 30  # mentions of a kind before and after
TOLLS = frozenset({"killing", "killing_at_protest", "death_in_custody", "injury", "mass_arrest"})
ARRESTS = frozenset({"arrest", "mass_arrest"})
LONGEST_DAY = len("2011-06-11")
ONCE = frozenset({"killing", "killing_at_protest", "death_in_custody", "execution"})
PARTICULAR = {"arrest": "mass_arrest", "beating": "beating_at_protest", "killing": "killing_at_protest"}


def merged(mentions: list[tuple[Incident, bool]]) -> tuple[Incident, ...]:
    """Same type, dates that can be one, no two different counts: one incident, in the order of first mention.

    The second value says that the mention only refers to an event told of elsewhere ('the strike').
    """
    by_kin: dict[str, Kin] = {}
    for incident, is_reference in sorted(mentions, key=lambda mention: mention[1]):
        by_kin.setdefault(PARTICULAR.get(incident.type, incident.type), Kin()).add(incident, is_reference)
    events = chain(*(kin.events() for kin in by_kin.values()))
    return tuple(sorted(events, key=lambda incident: min(incident.spans)))


class Kin:
    """Events of one kind and, kept apart since they may be very many, the places that tell of each."""

    def __init__(self) -> None:
        self._kept: list[Incident] = []
        self._places: list[dict[Span, None]] = []

    def add(self, incident: Incident, is_reference: bool) -> None:
        kept = self._kept
        near = _told_near(kept, incident)
        index = next((i for i in near if _is_told(kept[i], incident, is_reference)), None)
        if index is None:
            kept.append(incident)
            self._places.append(dict.fromkeys(incident.spans))
        else:
            kept[index] = _join(kept[index], incident)
            self._places[index].update(dict.fromkeys(incident.spans))

    def events(self) -> Iterator[Incident]:
        for incident, places in zip(self._kept, self._places, strict=True):
            yield replace(incident, spans=tuple(places))


def _told_near(kept: list[Incident], incident: Incident) -> range:
    """All of them; in a chronicle of very many those that it tells of around the same place."""
    if len(kept) <= MOST:
        return range(len(kept))
    at = bisect_left(kept, incident.spans[0], key=lambda one: one.spans[0])
    return range(max(0, at - MOST), min(len(kept), at + MOST))


def _is_told(known: Incident, incident: Incident, is_reference: bool) -> bool:
    if is_reference and _can_mean(incident, known) and not _are_others(known, incident):
        return True
    return _is_one(known, incident) or _repeats(known, incident) or _repeats(incident, known)


def _can_mean(reference: Incident, known: Incident) -> bool:
    """'Her arrest' is an arrest; 'the arrests', of nobody in particular, may be those of hundreds."""
    is_of_nobody = not reference.affected and reference.count is None
    return known.type == reference.type or (is_of_nobody and known.type == PARTICULAR.get(reference.type))


def _repeats(known: Incident, incident: Incident) -> bool:
    """'arrested' after 'hundreds were arrested', with nobody named and nobody counted."""
    is_general = PARTICULAR.get(incident.type) == known.type
    if is_general and incident.type in ARRESTS and _is_of_one_day(known, incident):
        return True
    return (
        is_general
        and not incident.affected
        and (incident.count in (None, known.count) or _is_guess(incident))
        and abs(known.spans[0].start - incident.spans[0].start) < NEAR
        and (dates_fit(known.date, incident.date) or _is_carried(incident))
    )


def _are_others(a: Incident, b: Incident) -> bool:
    """Two events that befell different people or numbers of them, or one that only an official claims."""
    if a.type == "release" and (a.said_by is None) != (b.said_by is None):
        return True
    if _only_names(a) and _only_names(b) and _holds_all(a.affected, b.affected):
        return False
    if a.type in TOLLS and a.count and b.count and are_apart(a.count, b.count) and not _is_guess(a, b):
        return True
    return bool(a.affected and b.affected and not set(a.affected) & set(b.affected))


def _holds_all(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """One sentence names some of those whom the other names."""
    short, long = sorted((set(a), set(b)), key=len)
    return len(short) > 1 and short <= long


def _is_guess(*incidents: Incident) -> bool:
    """A number that nobody printed."""
    return any(INFERRED in incident.rule for incident in incidents)


def are_apart(a: Count, b: Count) -> bool:
    """No number is in both ranges: two tolls, or a new count and a running total, stand side by side."""
    low, high = sorted((a, b), key=lambda count: count.low)
    return low.high is not None and low.high < high.low


def _is_one(a: Incident, b: Incident) -> bool:
    if a.type != b.type or (a.planned != b.planned and a.date != b.date):
        return False
    if a.type in ARRESTS and _is_of_one_day(a, b):
        return True
    if _are_others(a, b):
        return False
    if a.type in ONCE and set(a.affected) & set(b.affected):
        return True
    if _is_carried(a) and _is_carried(b):
        return (
            dates_fit(a.date, b.date) or bool(set(a.affected) & set(b.affected)) or a.affected == b.affected
        )
    return dates_fit(a.date, b.date) or _is_carried(a) != _is_carried(b)


def _is_of_one_day(a: Incident, b: Incident) -> bool:
    """Who was arrested on the same day was so in one round-up, however a report counts and names them; not in two towns."""
    if a.place and b.place and a.place.name != b.place.name:
        return False
    day = (a.date or "").rstrip("?~%")
    return len(day) == LONGEST_DAY and day == (b.date or "").rstrip("?~%")


def _is_carried(incident: Incident) -> bool:
    """The date was not printed with the event, but came from an earlier sentence."""
    return CARRIED in incident.rule


def dates_fit(a: str | None, b: str | None) -> bool:
    """One is unknown, or the wider holds the sharper."""
    if a is None or b is None:
        return True
    if "/" in a or "/" in b:
        return _meet(a, b)
    short, long = sorted((a.rstrip("?~%"), b.rstrip("?~%")), key=len)
    return long.startswith(short)


def _meet(a: str, b: str) -> bool:
    """'Last week' and a day of that week."""
    one, other = days_of(a), days_of(b)
    if one is None or other is None:
        return a.rstrip("?~%") == b.rstrip("?~%")
    return one[0] <= other[1] and other[0] <= one[1]


def _sharpness(edtf: str | None) -> tuple[bool, int]:
    """A day before a month before a year, each before a stretch of time."""
    return "/" not in (edtf or "/"), len(edtf or "")


def _join(a: Incident, b: Incident) -> Incident:
    """With the place that first tells of it."""
    dates = [one.date for one in (a, b) if not _is_carried(one)] or [a.date, b.date]
    sharper = max(dates, key=_sharpness) or a.date or b.date
    counted = b if _says_exactly(b.count, a.count) else max(a, b, key=_weight_of_count)
    affected = tuple(dict.fromkeys((*a.affected, *b.affected)))
    spans = {**b.field_spans, **a.field_spans}
    if "count" in counted.field_spans:
        spans["count"] = counted.field_spans["count"]
    if _teller(a, b) is None:
        spans.pop("said_by", None)
    return replace(
        a,
        type=PARTICULAR[a.type] if PARTICULAR.get(a.type) == b.type else a.type,
        date=sharper,
        place=a.place or b.place,
        count=_of_all_named(affected) if _only_names(a) and _only_names(b) else counted.count,
        actors=tuple({one.casefold(): one for one in (*b.actors, *a.actors)}.values()),
        affected=affected,
        planned=a.planned and b.planned,
        said_by=_teller(a, b),
        actors_count=a.actors_count or b.actors_count,
        field_spans=spans,
        confidence=min(0.95, round(max(a.confidence, b.confidence) + 0.05, 2)),
        rule=_told_by(a if a.date == sharper else b, counted),
    )


def _teller(a: Incident, b: Incident) -> str | None:
    """What the writer counts is not somebody's word only because they speak of it too."""
    for told, other in ((a, b), (b, a)):
        is_counted = told.count is not None and not _is_guess(told) and not _only_names(told)
        if is_counted and told.said_by is None and not _counts_as(other, told):
            return None
    return a.said_by or b.said_by


def _counts_as(a: Incident, b: Incident) -> bool:
    return a.count is not None and b.count is not None and a.count.low == b.count.low


def _only_names(incident: Incident) -> bool:
    """The number is that of the names."""
    count = incident.count
    return count is not None and count == _of_all_named(incident.affected)


def _of_all_named(affected: tuple[str, ...]) -> Count:
    return Count(len(affected), len(affected), ", ".join(affected))


def _weight_of_count(incident: Incident) -> int:
    """No number, one that nobody printed, 'a nurse', a number; of two that weigh the same the first stands."""
    if incident.count is None or _is_guess(incident):
        return int(incident.count is not None)
    return 2 if incident.count.high == 1 and len(incident.count.text) <= LONGEST_ARTICLE else 3


def _says_exactly(count: Count | None, vague: Count | None) -> bool:
    """'More than 25' of the 'dozens' that were told before."""
    if count is None or vague is None or vague.high is not None or not vague.text.isalpha():
        return False
    return _FIGURE.search(count.text) is not None and vague.low <= count.low <= MOST_OF_VAGUE * vague.low


def _told_by(dated: Incident, counted: Incident) -> str:
    """The rule of the mention that gave the date, with the note on the count of the one that gave the count."""
    plain = dated.rule.replace(f"; {INFERRED}", "")
    return f"{plain}; {INFERRED}" if _is_guess(counted) else plain
