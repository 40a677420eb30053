"""A list compared with the directory, and written where somebody asks for it: all of it, or nothing."""

from collections.abc import Iterable, Iterator

from django.db import transaction

from tocsin.members.models import AuditEntry, Member
from tocsin.terms.offices import Office as Mission

from ..adopt import is_honorary
from ..errors import CannotUse
from ..models import Office
from ..told import office_values
from .changes import Change, Changes
from .known import Directory, Known, directory_of
from .listing import Bad, Listing, Row
from .merge import ended, family, is_older, merge
from .store import lock, store

TRIES = 3


def compare(listing: Listing, keep_missing: bool = False) -> Changes:
    """What the list would change. Writes nothing."""
    return _compared(listing, keep_missing)[0]


def bring_in(listing: Listing, name: str, by: Member | None = None, keep_missing: bool = False) -> Changes:
    """Writes what the list changes, in one transaction; `name` is what the audit calls the list.

    `by` is None for the command line. Bad rows are left out: ask `compare` first. It is compared before anything is
    locked, since that takes seconds, and again where somebody did something meanwhile. Raises CannotUse in the end.
    """
    for _ in range(TRIES):
        before = _latest_act()
        changes, touched = _compared(listing, keep_missing)
        with transaction.atomic():
            lock(touched)
            if _latest_act() == before:
                store(touched, changes, name, by)
                return changes
    raise CannotUse(
        "Others work at the desk just now, and the list cannot be written between them. Try again."
    )


def _latest_act() -> int:
    """Every act writes an entry into the audit, so this changes with whatever is changed."""
    return AuditEntry.objects.order_by("-pk").values_list("pk", flat=True).first() or 0


def _compared(listing: Listing, keep_missing: bool) -> tuple[Changes, list[Known]]:
    senders = {row.office.of_country for row in listing.rows if row.office.of_country}
    keys = {row.office.key for row in listing.rows if row.office.key}
    directory = directory_of(senders, keys)
    changes = Changes(bad=list(listing.bad))
    named = {id(known) for row in listing.rows if (known := _take(row, directory, changes))}
    if listing.is_complete and not keep_missing:
        missing = [known for known in directory.by_key.values() if id(known) not in named]
        changes.told += _gone(missing, _newest_lists(listing.rows))
    return changes, [known for known in directory.by_key.values() if known.is_touched]


def _take(row: Row, directory: Directory, changes: Changes) -> Known | None:
    known = directory.find(row.office)
    if known is None:
        return _add(row, directory, changes)
    if is_older(known, row.office):
        changes.older += 1
        return known
    was_touched = known.is_touched
    told = list(merge(known, row.office, row.is_named))
    changes.told += told
    if known.is_touched and not was_touched and not any(change.kind == "changed" for change in told):
        changes.restated += 1
    return known


def _add(row: Row, directory: Directory, changes: Changes) -> Known | None:
    mission = row.office
    if not (mission.kind and mission.in_country and mission.name):
        what = (
            "no office that is known has this key"
            if mission.key
            else "it does not say what kind of office it is"
        )
        changes.bad.append(
            Bad(row.line, f"{what[:1].upper()}{what[1:]}: add the columns Kind and Country, or give --kind.")
        )
        return None
    key = mission.key or directory.free_key(mission)
    known = Known(Office(shipped_key=key, **office_values(mission)), [], [])
    list(merge(known, mission, row.is_named))  # all of it is new
    known.touch()
    directory.add(known)
    changes.told.append(Change.added(known.office))
    return known


def _newest_lists(rows: Iterable[Row]) -> dict[tuple[str, str], Mission]:
    """Sender and source -> a row of the newest list."""
    found: dict[tuple[str, str], Mission] = {}
    for row in sorted(rows, key=lambda row: row.office.told.date or ""):
        found[row.office.of_country or "", family(row.office.told.source)] = row.office
    return found


def _gone(missing: Iterable[Known], lists: dict[tuple[str, str], Mission]) -> Iterator[Change]:
    for known in missing:
        if is_honorary(known.office.kind, known.office.name):
            continue
        for (sender, _source), listed in lists.items():
            if sender == known.office.of_country:
                yield from ended(known, listed)
