"""The missions of a country as this installation knows them: those that ship, and newer or checked ones in their place."""

from collections.abc import Iterator
from dataclasses import replace

from tocsin.routing.shipped import missions_of
from tocsin.terms import offices as terms

from .in_terms import in_terms
from .models import ContactPoint, Office
from .told import newest_first


def known_missions(code: str) -> tuple[terms.Office, ...]:
    """All missions of a country (ISO 3166-1 alpha-2) that have a key and count for every case; for the desk.

    A mission that was adopted or imported stands in the place of the one that ships under its key.
    """
    if not code:
        return ()
    shipped = missions_of(code)
    stored = {office.key: office for office in _stored(code)}
    if not stored:
        return shipped
    in_place = [doubted(stored.pop(m.key), m) if m.key in stored else m for m in shipped]
    return (*in_place, *stored.values())


def known_mission(code: str, key: str) -> terms.Office | None:
    """One of them by its key."""
    return next((m for m in known_missions(code) if m.key == key), None) if code and key else None


def shipped_mission(code: str, key: str) -> terms.Office | None:
    """The mission as it ships, also where a stored one stands in its place; for showing the two beside each other."""
    return next((m for m in missions_of(code) if m.key == key), None) if code and key else None


def _stored(code: str) -> Iterator[terms.Office]:
    rows = Office.objects.filter(of_country=code, in_directory=True, kind__in=terms.MISSIONS)
    for row in (
        rows.exclude(shipped_key="").prefetch_related("accreditations", "contact_points").order_by("pk")
    ):
        yield in_terms(row, newest_first(row), filter(_stands, row.contact_points.all()))


def _stands(point: ContactPoint) -> bool:
    return bool(point.value and not point.retired_at and not point.bounced_at)


def doubted(stored: terms.Office, shipped: terms.Office) -> terms.Office:
    """What the tables that ship doubt is in doubt until somebody has said something since."""
    dates = [a.told.date or "" for a in stored.accreditations]
    is_newer = stored.told.is_confirmed or max(dates, default="") > (shipped.told.date or "")
    return stored if is_newer else replace(stored, doubt=shipped.doubt, label=shipped.label)
