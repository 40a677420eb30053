"""A route with the whole directory in hand: what a case lists, the shipped tables, and the last steps."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from tocsin.language.place_index import sovereigns
from tocsin.routing.last_steps import last_steps
from tocsin.routing.order import MISSION_CODES
from tocsin.routing.reasons import warning_words
from tocsin.routing.route import Caution, Route, route
from tocsin.routing.shipped import exceptions_between, missions_of
from tocsin.terms.offices import Office


def worldwide(
    of: str,
    country: str,
    overlay: Sequence[Office] = (),
    as_of: date | None = None,
    ask: str = "letter",
    language: str = "en",
) -> Route:
    """Like `route`, with `overlay` (offices of the case, or stored ones) before all that the directory knows of `of`.

    An office of the overlay with the key of a shipped mission stands for it: what was taken away there does not come back.

    A territory without an office of its own is answered for where the state is that keeps its foreign relations.
    """
    state = sovereigns().get(country)
    if state is None or state == of or ask not in ("letter", "call"):
        return _route(of, country, overlay, as_of, ask, language)
    if overlay or _is_spoken_of(of, country):
        found = _route(of, country, overlay, as_of, ask, language)
        if _reaches_a_mission(found):
            return found
    wider = _route(of, state, overlay, as_of, ask, language)
    if _reaches_a_mission(wider):
        return _through(wider, state, country, language)
    return _route(of, country, overlay, as_of, ask, language)


def _is_spoken_of(of: str, country: str) -> bool:
    return country in _by_served(of) or bool(exceptions_between(of, country))


def _route(
    of: str, country: str, overlay: Sequence[Office], on: date | None, ask: str, language: str
) -> Route:
    stored = {office.key for office in overlay if office.key}
    shipped = (office for office in missions_for(of, country) if office.key not in stored)
    offices = (*overlay, *shipped, *last_steps(of, country, ask, language))
    return route(of, country, offices, on, ask, language, exceptions_between(of, country))


def missions_for(of: str, country: str) -> tuple[Office, ...]:
    """The shipped missions of `of` that are said to answer to `country`, and those at the United Nations."""
    served = _by_served(of)
    return (*served.get(country, ()), *served.get("UN", ()))


@cache
def _by_served(of: str) -> Mapping[str, tuple[Office, ...]]:
    found: dict[str, list[Office]] = defaultdict(list)
    for office in missions_of(of):
        for code in office.serves:
            found[code].append(office)
    return {code: tuple(offices) for code, offices in found.items()}


def _reaches_a_mission(found: Route) -> bool:
    return any(step.reason_code in MISSION_CODES for step in found.steps)


def _through(found: Route, sovereign: str, country: str, language: str) -> Route:
    told = warning_words("for_the_sovereign", {"country": country, "of_sovereign": sovereign}, language)
    return replace(found, warnings=(Caution("for_the_sovereign", told), *found.warnings))
