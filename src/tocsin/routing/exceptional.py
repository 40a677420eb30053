"""States that do not keep an ordinary embassy in a country: what is stated of them goes before the rule."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tocsin.language.country_sentences import called
from tocsin.routing.answers import Answer
from tocsin.routing.known_then import first_day, has_begun, is_over
from tocsin.routing.same_office import is_same_place
from tocsin.terms.offices import Exceptional, Office

# What the office that an exception names is to the country: codes of `order.ORDER`
_CODES = {
    "interests_section": "interests_section",
    "protecting_power": "protecting_power",
    "relocated": "relocated",
    "un_mission_is_embassy": "un_mission_is_embassy",
    "un_only": "united_nations",
    "home_based": "home_based",
    "no_relations": "informal",
    "cross": "listed_for",
    "consulate_covers": "consulate",
    "de_facto": "de_facto",
    "resident": "resident",
}
_BESIDE_AN_EMBASSY = frozenset({"consulate_covers", "de_facto"})
_AT_THE_RECEIVER = frozenset({"interests_section", "protecting_power", "un_only", "un_mission_is_embassy"})
_UN_CITIES = {"New York": "US", "Geneva": "CH"}


@dataclass(frozen=True)
class Ruling:
    """`set_aside`: what an older table says otherwise. `ended`: exceptions that leave no embassy at all."""

    answers: tuple[Answer, ...]
    set_aside: tuple[tuple[Answer, Exceptional], ...]
    ended: tuple[Exceptional, ...]


def rule(
    of: str, country: str, exceptions: Iterable[Exceptional], found: Sequence[Answer], on: date
) -> Ruling:
    """`found` with the exceptions that hold between the two countries on a day. A case's own statements all stay."""
    holding = [e for e in exceptions if (e.sender, e.receiver) == (of, country) and _holds(e, on)]
    named = [answer for each in holding if (answer := _named(each, found))]
    set_aside = [(a, e) for a in found for e in holding if _overrules(e, a, named)]
    gone = {id(a) for a, _ in set_aside} | {id(a) for a in found if any(a.office is n.office for n in named)}
    kept = [_doubted(a, holding) for a in found if id(a) not in gone]
    ended = [e for e in holding if e.kind in ("closed", "suspended", "no_relations", "un_only")]
    return Ruling((*named, *kept), tuple(set_aside), tuple(ended))


def _holds(exception: Exceptional, on: date) -> bool:
    return has_begun(exception.told, exception.valid_from, on) and not is_over(exception.valid_to, on)


def _named(exception: Exceptional, found: Sequence[Answer]) -> Answer | None:
    """The office that the exception names: as the directory has it, where it has it."""
    if not exception.city:
        return None
    code = (
        "united_nations"
        if exception.city in _UN_CITIES and not exception.host
        else _CODES.get(exception.kind)
    )
    if code is None:
        return None
    office = _office(exception)
    known = next((a.office for a in found if a.told.is_shipped and is_same_place(a.office, office)), None)
    return Answer(
        "un_mission_is_embassy" if exception.kind == "un_mission_is_embassy" else code,
        known or office,
        exception.told,
        exception.note,
    )


def _overrules(exception: Exceptional, answer: Answer, named: Sequence[Answer]) -> bool:
    if not answer.told.is_shipped or answer.code not in ("resident", "listed_for", "also_covers"):
        return False
    if exception.kind in _BESIDE_AN_EMBASSY or any(is_same_place(n.office, answer.office) for n in named):
        return False
    stated, older = first_day(exception.told.date), first_day(answer.told.date)
    return stated is None or older is None or older <= stated


def _doubted(answer: Answer, holding: Sequence[Exceptional]) -> Answer:
    """A consulate in a country with which relations are broken off, where only a directory names it."""
    broken = next((e for e in holding if e.kind == "no_relations"), None)
    if broken is None or answer.code != "consulate" or answer.told.kind != "directory":
        return answer
    return replace(answer, office=replace(answer.office, doubt=answer.office.doubt or broken.note))


def _office(exception: Exceptional) -> Office:
    kind, name = _name(exception)
    keeper = exception.host if exception.kind == "protecting_power" else exception.sender
    return Office(name, kind, keeper, _stands_in(exception), exception.city, exception.told)


def _stands_in(exception: Exceptional) -> str:
    if exception.kind in ("interests_section", "protecting_power"):
        return exception.receiver
    return exception.host or _UN_CITIES.get(exception.city, exception.receiver)


def _name(exception: Exceptional) -> tuple[str, str]:
    """Its kind, and how it is called: 'Interests section of Iran in the embassy of Pakistan in Washington'."""
    sender, host, city = called(exception.sender), called(exception.host), exception.city
    if exception.kind == "interests_section":
        return "embassy", f"Interests section of {sender} in the embassy of {host} in {city}"
    if exception.kind == "protecting_power":
        return "embassy", f"Embassy of {host} in {city}, for {sender}"
    if exception.kind == "home_based":
        return "ministry", f"Ambassador of {sender} to {called(exception.receiver)}, in {city}"
    if exception.kind == "de_facto":
        return "representative_office", f"Representative office of {sender} in {city}"
    if exception.kind == "consulate_covers":
        return "consulate", f"Consulate of {sender} in {city}"
    if not exception.host and city in _UN_CITIES:
        return "permanent_mission", f"Permanent Mission of {sender} to the United Nations in {city}"
    return "embassy", f"Embassy of {sender} in {city}"
