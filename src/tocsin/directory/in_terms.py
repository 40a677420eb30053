"""A stored office in routing's words for it: with those of its statements that the asker may use."""

from collections.abc import Iterable, Sequence
from typing import get_args

from tocsin.terms import offices as terms

from .city import city_of
from .models import Accreditation, ContactPoint, Office
from .told import told

_CHANNELS: dict[str, terms.ChannelName] = {name: name for name in get_args(terms.ChannelName)}
_BASES: dict[str, terms.BasisName] = {name: name for name in get_args(terms.BasisName)}


def in_terms(office: Office, stated: Iterable[Accreditation], points: Iterable[ContactPoint]) -> terms.Office:
    """`stated` and `points` in the order in which they shall count."""
    accreditations = tuple(_accreditation(each) for each in stated)
    reaches = tuple(_reach(point) for point in points)
    return terms.Office(
        name=str(office),
        kind=office.kind,
        of_country=office.of_country or None,
        in_country=office.in_country or None,
        city=city_of(office) or None,
        told=_best([*(a.told for a in accreditations), *(reach.told for reach in reaches)]),
        accreditations=accreditations,
        reaches=reaches,
        key=office.shipped_key,
        latitude=office.latitude,
        longitude=office.longitude,
    )


def _reach(point: ContactPoint) -> terms.Reach:
    return terms.Reach(
        _CHANNELS[point.channel], point.value, told(point), point.as_written, point.repaired or None
    )


def _accreditation(stated: Accreditation) -> terms.Accreditation:
    valid_from, valid_to = stated.valid_from or None, stated.valid_to or None
    return terms.Accreditation(stated.serves, told(stated), _BASES[stated.basis], valid_from, valid_to)


def _best(said: Sequence[terms.Told]) -> terms.Told:
    """What a person confirmed before what was printed; an office of which nothing is told stands in the case."""
    return next(iter(sorted(said, key=lambda t: not t.is_confirmed)), terms.Told("appeal", "", None))
