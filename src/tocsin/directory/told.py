"""What sources state of a mission, between routing's words for it and the stored rows."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from tocsin.post.frozen import key_of
from tocsin.post.models import FrozenAddress
from tocsin.terms import offices as terms

from .contact_value import contact_value
from .errors import CannotUse
from .models import Accreditation, Channel, ContactPoint, Office, Teller

_LONGEST = 500
_E164 = re.compile(r"\+[1-9]\d{5,14}")


def told(statement: Accreditation | ContactPoint) -> terms.Told:
    """By a person of ours on the day of the check, or by who stated it."""
    if statement.confirmed_at:
        return terms.Told("reviewer", statement.source, statement.confirmed_at.date().isoformat())
    kinds: dict[str, terms.TellerKind] = {"official": "official", "directory": "directory"}
    return terms.Told(kinds.get(statement.told_by, "appeal"), statement.source, statement.source_date or None)


def newest_first(office: Office) -> list[Accreditation]:
    """Whom it serves, by the date of the source: of two who are not confirmed the younger knows better."""
    return sorted(office.accreditations.all(), key=lambda a: (a.source_date, a.pk), reverse=True)


def office_values(mission: terms.Office) -> dict[str, Any]:
    """The fields of the office itself."""
    return {
        "name": mission.name,
        "kind": mission.kind,
        "of_country": mission.of_country or "",
        "in_country": mission.in_country or "",
        "city": mission.city or "",
        "latitude": mission.latitude,
        "longitude": mission.longitude,
    }


def fill(pairs: Iterable[tuple[Office, terms.Office]]) -> None:
    """Stores what is told of each mission beside its office; what stands there from the same source stays."""
    found = list(pairs)
    Accreditation.objects.bulk_create(
        [row for office, mission in found for row in accreditations(office, mission)], ignore_conflicts=True
    )
    standing = ContactPoint.objects.filter(office__in=[office.pk for office, _ in found])
    new = [point for office, mission in found for point in contact_points(office, mission)]
    ContactPoint.objects.bulk_create(_out_of_use_if_frozen(_not_yet(standing, new)))


def _out_of_use_if_frozen(points: Iterable[ContactPoint]) -> list[ContactPoint]:
    """A report that prints an address in the wrong hands puts it into nobody's."""
    frozen = {each.key: each.frozen_at for each in FrozenAddress.objects.all()}
    found = list(points)
    for point in found:
        point.retired_at = frozen.get(key_of(point.value)) if frozen else None
    return found


def _not_yet(standing: Iterable[ContactPoint], new: Iterable[ContactPoint]) -> Iterator[ContactPoint]:
    """Each way to reach an office once, as its newest source has it."""
    known = {_identity(point) for point in standing}
    for point in new:
        if _identity(point) not in known:
            known.add(_identity(point))
            yield point


def _identity(point: ContactPoint) -> tuple[int, str, str]:
    return point.office_id, point.channel, (point.value or point.as_written).casefold()


def accreditations(office: Office, mission: terms.Office) -> Iterator[Accreditation]:
    for stated in mission.accreditations:
        yield Accreditation(
            office=office,
            serves=stated.serves,
            basis=stated.basis,
            valid_from=stated.valid_from or "",
            valid_to=stated.valid_to or "",
            **_source(stated.told),
        )


def contact_points(office: Office, mission: terms.Office) -> Iterator[ContactPoint]:
    """A number or address that is none keeps its words alone: it can be read by a person, and used by nobody."""
    for reach in mission.reaches:
        as_written = reach.as_written or reach.value
        yield ContactPoint(
            office=office,
            channel=reach.channel,
            value=_usable(reach, mission.in_country or ""),
            as_written=as_written[:_LONGEST],
            repaired=(reach.repaired or "")[:200],
            **_source(reach.told),
        )


def _usable(reach: terms.Reach, country: str) -> str:
    if reach.channel in (Channel.PHONE, Channel.FAX) and not _E164.fullmatch(reach.value):
        return ""
    try:
        return contact_value(Channel(reach.channel), reach.value, country)[:_LONGEST]
    except CannotUse:
        return ""


def _source(said: terms.Told) -> dict[str, str]:
    kind = said.kind if said.kind in Teller.values else Teller.DIRECTORY
    return {"told_by": kind, "source": said.source, "source_date": said.date or ""}
