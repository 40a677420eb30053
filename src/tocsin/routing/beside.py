"""A contact as an appeal prints it, beside what the directory knows: the same office, what agrees, what is newer."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from tocsin.language.place_names import plain_name
from tocsin.language.places import is_same_city
from tocsin.routing.known_then import first_day, is_over
from tocsin.terms.offices import UNITED_NATIONS, ChannelName, Office, Reach

Finding = Literal["same", "other_city", "unknown", "no_mission"]
Verdict = Literal["agrees", "newer", "older", "printed_only", "candidate", "further"]
CHANNELS: tuple[ChannelName, ...] = ("email", "post", "phone", "fax", "web")
_ALIKE = 0.8  # of the words of the shorter of two postal addresses


@dataclass(frozen=True)
class Pair:
    """One way to reach the office on both sides; `candidate` may stand for an address that was printed unreadable."""

    channel: ChannelName
    printed: Reach | None
    known: Reach | None
    verdict: Verdict


@dataclass(frozen=True)
class Elsewhere:
    """A country that the entry is listed for, where the directory names other offices, or none."""

    country: str
    missions: tuple[Office, ...]


@dataclass(frozen=True)
class Beside:
    """`mission` is what the directory knows that comes nearest; `finding` says how near.

    same: one kind, one country, one city. other_city: the only embassy in the country, by another city name. unknown: none
    stands there; `elsewhere` tells who serves the countries that it is listed for. no_mission: the directory knows of
    missions alone.
    """

    printed: Office
    finding: Finding
    mission: Office | None = None
    pairs: tuple[Pair, ...] = ()
    elsewhere: tuple[Elsewhere, ...] = ()

    @property
    def has_more(self) -> bool:
        """Whether the directory tells a way to reach it that was not printed so."""
        return any(pair.known and pair.verdict != "agrees" for pair in self.pairs)


def beside(printed: Office, missions: Iterable[Office], on: date) -> Beside:
    """What `missions` (of the same sender) say on a day of an office that an appeal prints."""
    if not printed.is_mission:
        return Beside(printed, "no_mission")
    standing = [m for m in missions if m.of_country == printed.of_country and _serves_somebody(m, on)]
    finding, mission = _nearest(printed, standing)
    pairs = _pairs(printed, mission) if mission else ()
    return Beside(printed, finding, mission, pairs, _elsewhere(printed, standing, mission, on))


def without_office(countries: Iterable[str], missions: Sequence[Office], on: date) -> tuple[str, ...]:
    """Those of `countries` for which the directory knows no office of this sender on a day, in their order."""
    served = {a.serves for m in missions for a in m.accreditations if not is_over(a.valid_to, on)}
    return tuple(c for c in dict.fromkeys(countries) if c not in served and c != UNITED_NATIONS)


def _serves_somebody(mission: Office, on: date) -> bool:
    return not mission.doubt and any(not is_over(a.valid_to, on) for a in mission.accreditations)


def _nearest(printed: Office, standing: Sequence[Office]) -> tuple[Finding, Office | None]:
    there = [m for m in standing if m.kind == printed.kind and m.in_country == printed.in_country]
    same = next((m for m in there if _is_in_same_city(printed, m)), None)
    if same:
        return "same", same
    is_only_one = len(there) == 1 and printed.kind == "embassy"
    return ("other_city", there[0]) if is_only_one else ("unknown", None)


def _is_in_same_city(printed: Office, mission: Office) -> bool:
    """By either name that the directory has for the place."""
    country, city = mission.in_country or "", printed.city or ""
    return bool(city) and any(
        name and is_same_city(country, city, name) for name in (mission.city, mission.label)
    )


def serving(missions: Iterable[Office], country: str, on: date) -> list[Office]:
    """Missions that answer to a country on a day; those that stand in it first."""
    found = [
        m
        for m in missions
        if any(a.serves == country and not is_over(a.valid_to, on) for a in m.accreditations)
    ]
    return sorted(found, key=lambda m: m.in_country != country)


def _elsewhere(
    printed: Office, standing: Sequence[Office], mission: Office | None, on: date
) -> tuple[Elsewhere, ...]:
    found = []
    for code in dict.fromkeys(a.serves for a in printed.accreditations):
        known = serving(standing, code, on)
        if code != UNITED_NATIONS and mission not in known:
            found.append(Elsewhere(code, tuple(known[:2])))
    return tuple(found)


def _pairs(printed: Office, mission: Office) -> tuple[Pair, ...]:
    return tuple(pair for channel in CHANNELS for pair in _of_channel(channel, printed, mission))


def _of_channel(channel: ChannelName, printed: Office, mission: Office) -> list[Pair]:
    ours = [r for r in printed.reaches if r.channel == channel]
    theirs = [r for r in mission.reaches if r.channel == channel]
    pairs = []
    for reach in [*ours]:
        if known := next((r for r in theirs if _agree(reach, r)), None):
            pairs.append(Pair(channel, reach, known, "agrees"))
            ours.remove(reach)
            theirs.remove(known)
    while ours and theirs:
        one, other = ours.pop(0), theirs.pop(0)
        pairs.append(Pair(channel, one, other, _by_age(one, other)))
    pairs += [Pair(channel, reach, None, "printed_only") for reach in ours]
    is_lost = channel == "email" and printed.redacted_emails > 0
    return pairs + [Pair(channel, None, r, "candidate" if is_lost else "further") for r in theirs]


def _agree(one: Reach, other: Reach) -> bool:
    if one.channel != "post":
        return one.value.casefold() == other.value.casefold()
    words = [set(plain_name(r.value).split()) for r in (one, other)]
    shorter = min(words, key=len)
    return bool(shorter) and len(words[0] & words[1]) >= _ALIKE * len(shorter)


def _by_age(printed: Reach, known: Reach) -> Verdict:
    """By the dates of both sources; the directory's is taken for newer where one of them has none."""
    dates = first_day(printed.told.date), first_day(known.told.date)
    return "older" if dates[0] and dates[1] and dates[1] < dates[0] else "newer"
