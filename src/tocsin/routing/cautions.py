"""What a route cannot settle, and says: conflicts, gaps, and the age of what it knows."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from tocsin.routing.answers import Answer
from tocsin.routing.exceptional import Ruling
from tocsin.routing.order import EMBASSY_CODES, MISSION_CODES
from tocsin.routing.same_office import is_same_place
from tocsin.terms.offices import Office, Told

Params = Mapping[str, "str | int | Told"]
Found = Iterator[tuple[str, Params]]


def cautions(
    of: str,
    country: str,
    ask: str,
    on: date,
    shown: Sequence[Answer],
    later: Sequence[Answer],
    ruling: Ruling,
    offices: Sequence[Office],
) -> Found:
    """Codes of `warnings` in the word files, with what fills them. `shown` are the answers in order."""
    countries: dict[str, str] = {"of": of, "country": country}
    reached = any(a.code in MISSION_CODES for a in shown)
    writes = ask in ("letter", "call")
    if of == country:
        yield "own_country", countries
    if ask == "picket" and of != country and not reached:
        yield "picket_elsewhere", countries
    if writes:
        yield from _about_missions(of, country, on, shown, later, ruling)
        if of != country and not reached:
            yield "no_mission", countries
    if not shown:
        yield "nothing_known", {}
    elif not any(a.told.is_confirmed for a in shown):
        yield "nothing_confirmed", {}
    lost = sum(
        o.redacted_emails for o in offices if o.redacted_emails and any(_is(a.office, o) for a in shown)
    )
    if lost:
        yield "unreadable", {"count": lost}


def _about_missions(
    of: str, country: str, on: date, shown: Sequence[Answer], later: Sequence[Answer], ruling: Ruling
) -> Found:
    for ended in ruling.ended:
        yield "no_embassy", {"of": of, "country": country, "told": ended.told, "note": ended.note}
    for answer, exception in ruling.set_aside:
        if answer.told.source == exception.told.source:
            continue
        yield "set_aside", _said(answer, country) | {"other": exception.told, "note": exception.note}
    for one, other in _conflicts(shown):
        yield "conflict", _said(one, country) | {"other": other.told, **_where_in("other_city", other)}
    for answer in later:
        if answer.code in EMBASSY_CODES and not any(is_same_place(a.office, answer.office) for a in shown):
            yield "not_known_then", _said(answer, country) | {"day": on.isoformat()}


def _said(answer: Answer, country: str) -> dict[str, "str | int | Told"]:
    return {"told": answer.told, "country": country, **_where_in("city", answer)}


def _where_in(name: str, answer: Answer) -> dict[str, str]:
    return {name: _where(answer), f"{name}_in": answer.office.in_country or ""}


def _where(answer: Answer) -> str:
    return answer.office.city or answer.office.in_country or ""


def _conflicts(shown: Sequence[Answer]) -> Iterator[tuple[Answer, Answer]]:
    """Embassies in different places, the one from a case and the other from the directory: nobody knows which is right."""
    embassies = [a for a in shown if a.code in EMBASSY_CODES and a.office.kind == "embassy"]
    for one in embassies:
        for other in embassies:
            if one.told.is_shipped or not other.told.is_shipped:
                continue
            if _where(one) and _where(other) and not is_same_place(one.office, other.office):
                yield one, other


def _is(shown: Office, given: Office) -> bool:
    """The same entry, also where a directory's row was joined to it."""
    return shown is given or (shown.redacted_emails, shown.name, shown.target) == (
        given.redacted_emails,
        given.name,
        given.target,
    )
