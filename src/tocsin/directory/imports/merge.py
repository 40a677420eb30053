"""One row laid over what is known: newer statements of a source replace its older ones, never what a person confirmed."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from tocsin.language.place_names import plain_name
from tocsin.terms.offices import Accreditation as Stated
from tocsin.terms.offices import Office as Mission

from ..models import Accreditation, ContactPoint, Office
from ..told import accreditations, contact_points
from .changes import Change
from .known import Known, Statement

SAME_CITY = 0.5  # degrees: a suburb goes by the name of its city
SAME_SPOT = 0.02


def family(source: str) -> str:
    """'Wikidata' for every way by which its statements came."""
    return source.partition(",")[0].strip().casefold()


def is_older(known: Known, row: Mission) -> bool:
    """Whether the source has spoken later, or on the same day in the tables that ship, which were checked since."""
    dates = [s.source_date for s in known.statements if family(s.source) == family(row.told.source)]
    newest = max(dates, default="")
    date = row.told.date or ""
    return newest > date or (newest == date and known.office.pk is None and bool(newest))


def merge(known: Known, row: Mission, is_named: bool) -> Iterator[Change]:
    """Changes `known` and tells how. An empty cell says nothing, and takes nothing away."""
    row = _placed(known.office, row)
    if _is_newest(known, row):
        yield from _place(known, row, is_named)
    yield from _served(known, row)
    yield from _reached(known, row)


def _placed(office: Office, row: Mission) -> Mission:
    """Where its coordinates are those that are known, its place is too: a suburb, or a territory's own code.

    A city that is written in other letters is no other city.
    """
    moved = _distance(office, row)
    city = office.city or row.city
    if moved is None or moved > SAME_CITY:
        return row if (row.city or "").isascii() else replace(row, city=city)
    if moved > SAME_SPOT or office.in_country == row.in_country:
        return replace(row, city=city)
    own = tuple(
        replace(a, serves=office.in_country) if a.serves == row.in_country else a for a in row.accreditations
    )
    return replace(row, city=city, in_country=office.in_country, accreditations=own)


def _place(known: Known, row: Mission, is_named: bool) -> Iterator[Change]:
    office = known.office
    said = {"kind": row.kind, "in_country": row.in_country, "city": row.city}
    said["name"] = row.name if is_named else _renamed(office, row.city or "")
    for field, new in said.items():
        old = getattr(office, field)
        if not new or plain_name(new) == plain_name(old):
            continue
        if office.confirmed_at:
            yield Change.kept(office, field, old, new)
            continue
        setattr(office, field, new)
        known.touch(office)
        yield Change.changed(office, field, old, new)
    moved = _distance(office, row)
    if row.latitude is not None and not office.confirmed_at and (moved is None or moved > SAME_SPOT):
        office.latitude, office.longitude = row.latitude, row.longitude
        known.touch(office)


def _renamed(office: Office, city: str) -> str:
    """'Embassy of Norway in Bergen' moves to Oslo."""
    tail = f" in {office.city}"
    return f"{office.name.removesuffix(tail)} in {city}" if city and office.name.endswith(tail) else ""


def _is_newest(known: Known, row: Mission) -> bool:
    return all(s.source_date <= (row.told.date or "") for s in known.statements)


def _distance(office: Office, row: Mission) -> float | None:
    if None in (office.latitude, office.longitude, row.latitude, row.longitude):
        return None
    return max(
        abs((office.latitude or 0) - (row.latitude or 0)), abs((office.longitude or 0) - (row.longitude or 0))
    )


def _served(known: Known, row: Mission) -> Iterator[Change]:
    source = family(row.told.source)
    said = {stated.serves: stated for stated in _serves(known, row)}
    for code, stated in said.items():
        same = [a for a in known.accreditations if a.serves == code]
        if not same and code in known.taken_back:
            yield Change.kept(known.office, "serves", "", code)
            continue
        own = next((a for a in same if family(a.source) == source), None)
        if own is None:
            [new] = accreditations(known.office, replace(row, accreditations=(stated,)))
            known.accreditations.append(new)
            known.touch()
            if not same:
                yield Change.changed(known.office, "serves", "", code)
        elif not own.confirmed_at:
            _restate(known, own, row, valid_to=stated.valid_to or "")
    if said:
        yield from _no_longer(known, [a for a in known.accreditations if a.serves not in said], row)


def _serves(known: Known, row: Mission) -> tuple[Stated, ...]:
    """A mission of which nobody has said whom it serves, serves where it stands."""
    if row.accreditations or known.accreditations or not row.is_mission or not row.in_country:
        return row.accreditations
    return (Stated(row.in_country, row.told, "stated"),)


def _no_longer(known: Known, lost: Iterable[Accreditation], row: Mission) -> Iterator[Change]:
    """What the source said once and says no more has ended by the day of its new list."""
    for stated in lost:
        if family(stated.source) != family(row.told.source) or stated.valid_to:
            continue
        if stated.confirmed_at:
            yield Change.kept(known.office, "serves", stated.serves, "")
            continue
        stated.valid_to = row.told.date or ""
        known.touch(stated)
        yield Change.changed(known.office, "serves", stated.serves, "")


def ended(known: Known, row: Mission) -> Iterator[Change]:
    """The source of `row` lists the office no more, in a list that is newer than all that it said of it."""
    stood = [a for a in known.accreditations if a.source_date < (row.told.date or "")]
    found = list(_no_longer(known, stood, row))
    served = {stated.serves for stated in known.accreditations if not stated.valid_to}
    yield from (change for change in found if change.kind == "kept")
    if not served and any(change.kind == "changed" for change in found):
        yield Change.gone(known.office)
    elif served:  # by what another source says
        yield from (change for change in found if change.kind == "changed" and change.old not in served)


def _reached(known: Known, row: Mission) -> Iterator[Change]:
    new = list(contact_points(known.office, row))
    for channel in dict.fromkeys(point.channel for point in new):
        yield from _channel(known, row, channel, [point for point in new if point.channel == channel])


def _channel(known: Known, row: Mission, channel: str, new: list[ContactPoint]) -> Iterator[Change]:
    standing = [point for point in known.points if point.channel == channel]
    lost = [
        p for p in standing
        if family(p.source) == family(row.told.source) and not p.retired_at and not _among(p, new)
    ]  # fmt: skip
    for point in new:
        same = _among(point, standing)
        if same is None:
            known.points.append(point)
            known.touch()
            yield Change.changed(known.office, channel, ", ".join(_words(p) for p in lost), _words(point))
        elif same.retired_at:
            yield Change.kept(known.office, channel, "", _words(point))
        elif not same.confirmed_at and family(same.source) == family(row.told.source):
            _restate(known, same, row)
    for point in lost:
        if point.confirmed_at:
            yield Change.kept(known.office, channel, _words(point), ", ".join(_words(p) for p in new))
        else:
            known.drop(point)


def _among(point: ContactPoint, others: Iterable[ContactPoint]) -> ContactPoint | None:
    return next((o for o in others if _plain(o) == _plain(point)), None)


def _plain(point: ContactPoint) -> str:
    """However it is broken into lines."""
    return " ".join(_words(point).casefold().split())


def _words(point: ContactPoint) -> str:
    return point.value or point.as_written


def _restate(known: Known, old: Statement, row: Mission, valid_to: str | None = None) -> None:
    """The same, said anew."""
    date = row.told.date or ""
    ends = getattr(old, "valid_to", None) if valid_to is None else valid_to
    if (old.source_date, old.source, getattr(old, "valid_to", None)) == (date, row.told.source, ends):
        return
    old.source, old.source_date = row.told.source, date
    if isinstance(old, Accreditation) and ends is not None:
        old.valid_to = ends
    known.touch(old)
