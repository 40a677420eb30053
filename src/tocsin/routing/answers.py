"""How each office answers to a supporter's country, on a given day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tocsin.routing.known_then import has_begun, is_over
from tocsin.terms.offices import UNITED_NATIONS, Accreditation, Office, Told


@dataclass(frozen=True)
class Answer:
    """`code` is one of `order.ORDER`; `also` are further sources that name the same office for the same country."""

    code: str
    office: Office
    told: Told
    note: str = ""
    also: tuple[Told, ...] = ()


@dataclass(frozen=True)
class Answers:
    """`then` answered on the day asked for; of `later` nobody knows whether they already did."""

    then: tuple[Answer, ...]
    later: tuple[Answer, ...]


def answers_of(of: str, country: str, offices: Iterable[Office], on: date) -> Answers:
    """Offices of country `of`, and of others that a demand is for, with how they answer to `country`."""
    then: list[Answer] = []
    later: list[Answer] = []
    wanted = (country, UNITED_NATIONS)
    for office in offices:
        if office.serves.isdisjoint(wanted) and office.is_mission:
            continue
        answer, is_known = _answer(of, country, office, on)
        if answer:
            (then if is_known else later).append(answer)
    return Answers(tuple(then), tuple(later))


def _answer(of: str, country: str, office: Office, on: date) -> tuple[Answer | None, bool]:
    """The answer, and whether its source speaks of the day."""
    if office.is_mission:
        return _answer_abroad(of, country, office, on)
    code = _code_at_home(of, country, office)
    return (Answer(code, office, office.told) if code else None), _speaks_of(office, on)


def _answer_abroad(of: str, country: str, office: Office, on: date) -> tuple[Answer | None, bool]:
    if country == of or office.of_country not in (of, None):
        return None, False
    stated = [a for a in office.accreditations if a.serves == country and not is_over(a.valid_to, on)]
    if stated:
        begun = [a for a in stated if has_begun(a.told, a.valid_from, on)]
        best = min(begun or stated, key=lambda a: not a.told.is_confirmed)
        return Answer(_code_abroad(country, office, best), office, best.told), bool(begun)
    if office.kind == "permanent_mission" and any(a.serves == UNITED_NATIONS for a in office.accreditations):
        return Answer("united_nations", office, office.told), _speaks_of(office, on)
    return None, False


def _code_abroad(country: str, office: Office, stated: Accreditation) -> str:
    """Resident, or an office elsewhere that is listed for the country or also covers it."""
    if office.kind == "representative_office":
        return "de_facto"
    if office.in_country == country:
        return "consulate" if office.kind == "consulate" else "resident"
    return "also_covers" if stated.basis == "covers" else "listed_for"


def _code_at_home(of: str, country: str, office: Office) -> str:
    if office.is_employer:
        return "employer"
    if office.owns or office.buys_from:
        return "parent" if office.owns else "buyer"
    if office.in_country == of:
        return "at_home"
    if office.in_country == country:
        return "own_country"
    if office.kind == "company":
        return "elsewhere"
    return "named" if office.in_country is None else ""


def _speaks_of(office: Office, on: date) -> bool:
    return has_begun(office.told, None, on)
