"""Taking missions of the shipped directory into the stored one: with what their sources say, and unconfirmed."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from django.db import transaction
from django.utils import timezone

from tocsin.members.models import Member
from tocsin.members.record import record
from tocsin.routing.known_then import is_over
from tocsin.terms import offices as terms

from .access import must_vouch
from .changed import offices_changed
from .missions import known_missions
from .models import Office
from .told import fill, office_values


def adoptable(code: str, today: date | None = None) -> tuple[terms.Office, ...]:
    """Missions of a country (ISO 3166-1 alpha-2) that may be offered for an action.

    Left out are honorary consuls, who are private people, closed missions, and those that the directory itself doubts.
    """
    return tuple(m for m in known_missions(code) if _may_be_offered(m, today or timezone.localdate()))


def _may_be_offered(mission: terms.Office, today: date) -> bool:
    serves_somebody = any(not is_over(a.valid_to, today) for a in mission.accreditations)
    return serves_somebody and not mission.doubt and not is_honorary(mission.kind, mission.name)


def is_honorary(kind: str, name: str) -> bool:
    return kind == "consulate" and name.startswith("Honorary")


@transaction.atomic
def adopt(missions: Iterable[terms.Office], by: Member) -> list[Office]:
    """The stored offices of `missions`, in their order; those not stored yet are, and nothing of them is confirmed.

    An office that stands there already is left as it is, so that nothing which a person took away comes back.
    """
    must_vouch(by)
    wanted = {mission.key: mission for mission in missions if mission.key}
    Office.objects.bulk_create(
        [Office(shipped_key=key, in_directory=True, **office_values(m)) for key, m in wanted.items()],
        ignore_conflicts=True,
    )
    stored = {office.shipped_key: office for office in Office.objects.filter(shipped_key__in=wanted)}
    new = _untold(stored.values())
    fill([(office, wanted[office.shipped_key]) for office in new])
    if new:
        record("directory.adopted", "directory", by, offices=[office.pk for office in new])
        offices_changed(new)
    return [stored[key] for key in wanted]


@transaction.atomic
def adopt_into(office: Office, mission: terms.Office, by: Member, with_reaches: bool = True) -> Office:
    """Notes that a stored `office` is this mission, and puts what the directory says of it beside what stands there.

    Where the mission was adopted by itself already, `office` stays as it is: two entries are not made one.
    Without `with_reaches` only whom it serves and where it stands is taken over.
    """
    must_vouch(by)
    office = Office.objects.select_for_update().get(pk=office.pk)
    if office.shipped_key or Office.objects.filter(shipped_key=mission.key).exists():
        return office
    office.shipped_key = mission.key
    office.latitude, office.longitude = mission.latitude, mission.longitude
    office.save(update_fields=["shipped_key", "latitude", "longitude"])
    fill([(office, mission if with_reaches else replace(mission, reaches=()))])
    record("directory.adopted", office, by, key=mission.key)
    return office


def _untold(offices: Iterable[Office]) -> Sequence[Office]:
    """Those of which nothing is stored but that they exist: they were just made."""
    keys = [office.pk for office in offices]
    return list(Office.objects.filter(pk__in=keys, accreditations=None, contact_points=None).order_by("pk"))
