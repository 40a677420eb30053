"""What this installation's own directory may tell everybody: what persons confirmed, and what public lists state."""

from tocsin.directory.adopt import is_honorary
from tocsin.directory.in_terms import in_terms
from tocsin.directory.missions import doubted, shipped_mission
from tocsin.directory.models import Accreditation, ContactPoint, Office, Teller
from tocsin.directory.told import newest_first
from tocsin.terms import offices as terms

_PUBLIC = frozenset({Teller.OFFICIAL, Teller.DIRECTORY})


def stored_offices(of: str) -> tuple[terms.Office, ...]:
    """Offices of a country (ISO alpha-2) that count for every case.

    What only an appeal says is left out: nobody has decided that all the world may read it. So is a person's
    name, and an honorary consul, who is a private person. A mission of which nothing remains is given all the same: it
    stands for the shipped one.
    """
    found = Office.objects.filter(in_directory=True, of_country=of).order_by("pk")
    offices = (_office(each) for each in found.prefetch_related("contact_points", "accreditations"))
    return tuple(office for office in offices if _is_told(office))


def _is_told(office: terms.Office) -> bool:
    if is_honorary(office.kind, office.name):
        return False
    return bool(office.key or office.accreditations or office.reaches)


def _office(office: Office) -> terms.Office:
    stated = [each for each in newest_first(office) if _may_be_told(each)]
    points = [p for p in office.contact_points.all() if _stands(p) and _may_be_told(p)]
    known, shipped = in_terms(office, stated, points), shipped_mission(office.of_country, office.shipped_key)
    return doubted(known, shipped) if shipped else known


def _stands(point: ContactPoint) -> bool:
    return bool(point.value) and not (point.retired_at or point.bounced_at or point.dead_reported_at)


def _may_be_told(statement: Accreditation | ContactPoint) -> bool:
    return statement.confirmed_at is not None or statement.told_by in _PUBLIC
