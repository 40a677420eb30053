"""What a report's draft and a case's claims speak of, in keys that can be compared."""

from collections.abc import Iterable, Mapping
from typing import Any

from tocsin.language.cyrillic import to_latin
from tocsin.language.edtf import days_of
from tocsin.language.place_keys import place_key
from tocsin.language.place_names import plain_name
from tocsin.language.place_points import point_of

from .match_score import Traits, person_key
from .models import SubjectKind

MONTH = 31  # days
_GRID = 10  # places within a tenth of a degree, some ten kilometres, are one


def traits_of_draft(draft: Mapping[str, Any], publisher: str) -> Traits:
    """Of a report as it was read, before anybody decided on it."""
    incidents = draft["incidents"]
    return Traits(
        people=_people(name for person in draft["people"] for name in _names_of(person)),
        places=_places(incident.get("place") for incident in incidents),
        officials=_people(official.get("name") for official in draft["officials"]),
        organisations=_named(row.get("name") for row in draft["organisations"]),
        offices=_named(contact.get("office") for contact in draft["contacts"]),
        country=(draft["country"] or {}).get("code", ""),
        publishers=frozenset(_named([publisher])),
        days=_days(incident.get("date") for incident in incidents),
    )


def traits_of_claims(
    claims: Iterable[tuple[str, str, Any]], country: str, publishers: Iterable[str]
) -> Traits:
    """Of a case: `claims` are (kind of subject, predicate, value)."""
    said: dict[tuple[str, str], list[Any]] = {}
    for kind, predicate, value in claims:
        said.setdefault((kind, predicate), []).append(value)
    names = said.get((SubjectKind.PERSON, "name"), [])
    aliases = [a for values in said.get((SubjectKind.PERSON, "aliases"), []) for a in _list(values)]
    return Traits(
        people=_people([*names, *aliases]),
        places=_places(said.get((SubjectKind.INCIDENT, "place"), [])),
        officials=_people(said.get((SubjectKind.OFFICIAL, "name"), [])),
        organisations=_named(said.get((SubjectKind.ORGANISATION, "name"), [])),
        offices=_named(said.get((SubjectKind.OFFICE, "office"), [])),
        country=country,
        publishers=frozenset(_named(publishers)),
        days=_days(said.get((SubjectKind.INCIDENT, "date"), [])),
    )


def _names_of(person: Mapping[str, Any]) -> list[Any]:
    return [person.get("name"), *_list(person.get("aliases"))]


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value] if value else []


def _people(names: Iterable[Any]) -> dict[str, str]:
    return {key: str(name) for name in names if name and (key := person_key(str(name)))}


def _named(names: Iterable[Any]) -> dict[str, str]:
    return {key: str(name) for name in names if name and (key := plain_name(to_latin(str(name))))}


def _places(places: Iterable[Any]) -> dict[str, str]:
    """By where they lie, so that a place is one in any script; by name where nobody knows."""
    found: dict[str, str] = {}
    for place in places:
        if isinstance(place, dict) and place.get("name"):
            found.setdefault(_place_key(place), str(place["name"]))
    return found


def _place_key(place: Mapping[str, Any]) -> str:
    point = point_of(place)
    if point is None:
        return place_key(str(place["name"]))
    return f"{round(point.latitude * _GRID)}/{round(point.longitude * _GRID)}"


def _days(dates: Iterable[Any]) -> tuple[int, ...]:
    """The first days of dates whose year and month are known."""
    told = (days_of(str(edtf or "")) for edtf in dates)
    return tuple(d.first.toordinal() for d in told if d and d.has_year and (d.last - d.first).days < MONTH)
