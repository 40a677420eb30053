"""One office under two tellers: the appeal's entry and the directory's row are shown as one, with both sources."""

from collections.abc import Iterable
from dataclasses import replace

from tocsin.language.places import is_same_city
from tocsin.routing.answers import Answer
from tocsin.terms.offices import Office, Reach


def is_same_place(one: Office, other: Office) -> bool:
    """Offices of one kind and one country that stand in the same city, or in a country where only one city is told."""
    if one.in_country is None or one.in_country != other.in_country:
        return False
    if one.kind != other.kind or one.of_country != other.of_country:
        return False
    return not (one.city and other.city) or is_same_city(one.in_country, one.city, other.city)


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
    """Entries of one appeal, and two targets of an action, stay apart: whoever listed them may have meant two."""
    return (
        is_same_place(one.office, other.office)
        and one.office.is_mission
        and (one.told.source != other.told.source or _is_shipped_twice(one, other))
        and None in (one.office.target, other.office.target)
    )


def _is_shipped_twice(one: Answer, other: Answer) -> bool:
    """A table says an embassy's work for a neighbour apart from its work at home."""
    return one.told.is_shipped and other.told.is_shipped and None not in (one.office.city, other.office.city)


def _join(first: Answer, second: Answer) -> Answer:
    """The first decides; a case's own office keeps its key and its name."""
    own, shipped = sorted((first.office, second.office), key=_is_shipped)
    office = replace(
        own,
        city=own.city or shipped.city,
        reaches=(*own.reaches, *_further(own, shipped)),
        key=own.key or shipped.key,
        latitude=own.latitude or shipped.latitude,
        longitude=own.longitude or shipped.longitude,
    )
    also = [told for told in (*first.also, second.told) if told.source not in ("", first.told.source)]
    return replace(first, office=office, also=tuple(dict.fromkeys(also)))


def _is_shipped(office: Office) -> tuple[bool, bool, bool]:
    """Directories last; of others an action's own target first, then one that tells how it is reached."""
    return office.told.is_shipped, office.target is None, not office.reaches


def _further(own: Office, shipped: Office) -> list[Reach]:
    known = {(reach.channel, reach.value.casefold()) for reach in own.reaches}
    return [reach for reach in shipped.reaches if (reach.channel, reach.value.casefold()) not in known]
