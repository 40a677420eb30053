"""One office under two tellers: the appeal's entry and the directory's row are shown as one, with both sources."""

from collections.abc import Iterable
from dataclasses import replace

from tocsin.language.place_names import plain_name
from tocsin.routing.answers import Answer
from tocsin.terms.offices import Office, Reach


def is_same_place(one: Office, other: Office) -> bool:
    """Offices of one kind and one country that stand in the same city, or in a country where only one city is told."""
    if (one.kind, one.of_country, one.in_country) != (other.kind, other.of_country, other.in_country):
        return False
    cities = {plain_name(city) for city in (one.city, other.city) if city}
    return len(cities) < 2 and one.in_country is not None


def joined(answers: Iterable[Answer]) -> list[Answer]:
    """In order; a shipped row joins what a case says of the same office, or is joined by it."""
    kept: list[Answer] = []
    for answer in answers:
        index = next((i for i, k in enumerate(kept) if _are_one(k, answer)), None)
        if index is None:
            kept.append(answer)
        else:
            kept[index] = _join(kept[index], answer)
    return kept


def _are_one(one: Answer, other: Answer) -> bool:
    return (
        one.told.is_shipped != other.told.is_shipped
        and one.office.is_mission
        and is_same_place(one.office, other.office)
    )


def _join(first: Answer, second: Answer) -> Answer:
    """The first decides; a case's own office keeps its key and its name."""
    own, shipped = sorted((first.office, second.office), key=lambda office: office.told.is_shipped)
    office = replace(
        own,
        city=own.city or shipped.city,
        reaches=(*own.reaches, *_further(own, shipped)),
        key=shipped.key,
        latitude=shipped.latitude,
        longitude=shipped.longitude,
    )
    return replace(first, office=office, also=(*first.also, second.told))


def _further(own: Office, shipped: Office) -> list[Reach]:
    known = {(reach.channel, reach.value.casefold()) for reach in own.reaches}
    return [reach for reach in shipped.reaches if (reach.channel, reach.value.casefold()) not in known]
