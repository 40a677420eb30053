"""Writing what a list has changed, in as few statements as it takes."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from django.db.models import Model
from django.utils import timezone

from tocsin.members.models import AuditEntry, Member
from tocsin.members.record import record

from ..changed import offices_changed
from ..models import Accreditation, ContactPoint, Office
from .changes import Changes
from .known import Known

Row = TypeVar("Row", bound=Model)
AT_ONCE = 500
_OFFICE = ("name", "kind", "in_country", "city", "latitude", "longitude", "in_directory")
_STATEMENT = ("source", "source_date")


def lock(touched: Sequence[Known]) -> None:
    """Waits for whoever is at work on a row that is to be changed."""
    for model in (Office, Accreditation, ContactPoint):
        rows = [
            row.pk for known in touched for row in (*known.changed, *known.dropped) if isinstance(row, model)
        ]
        for start in range(0, len(rows), AT_ONCE):
            list(
                model.objects.select_for_update()
                .filter(pk__in=rows[start : start + AT_ONCE])
                .values_list("pk")
            )


def store(touched: Sequence[Known], changes: Changes, name: str, by: Member | None) -> None:
    """Inside the caller's transaction."""
    for known in touched:
        if not known.office.in_directory:
            known.office.in_directory = True
            known.touch(known.office)
    Office.objects.bulk_create([k.office for k in touched if k.office.pk is None], AT_ONCE)
    _store_statements(touched)
    ContactPoint.objects.filter(pk__in=[p.pk for k in touched for p in k.dropped]).delete()
    _audit(touched, changes, name, by)
    offices_changed(known.office for known in touched)


def _store_statements(touched: Sequence[Known]) -> None:
    for known in touched:
        for statement in known.statements:
            statement.office = known.office  # which has its number only now
    new = [s for k in touched for s in k.statements if s.pk is None]
    Accreditation.objects.bulk_create(_of(Accreditation, new), AT_ONCE)
    ContactPoint.objects.bulk_create(_of(ContactPoint, new), AT_ONCE)
    changed = [row for known in touched for row in known.changed]
    Office.objects.bulk_update(_of(Office, changed), _OFFICE, AT_ONCE)
    Accreditation.objects.bulk_update(_of(Accreditation, changed), (*_STATEMENT, "valid_to"), AT_ONCE)
    ContactPoint.objects.bulk_update(_of(ContactPoint, changed), _STATEMENT, AT_ONCE)


def _of(model: type[Row], rows: Iterable[Model]) -> list[Row]:
    return [row for row in rows if isinstance(row, model)]


def _audit(touched: Sequence[Known], changes: Changes, name: str, by: Member | None) -> None:
    """One entry for the list, one for each office that stood there and was changed."""
    told: dict[tuple[str, str], list[list[str]]] = {}
    for change in changes.told:
        if change.kind in ("changed", "gone"):
            said = [change.kind, change.what, change.old, change.new]
            told.setdefault((change.of_country, change.office), []).append(said)
    now = timezone.now()
    AuditEntry.objects.bulk_create(
        [
            AuditEntry(
                at=now, member=by, act="office.imported", subject=f"office {k.office.pk}", detail=detail
            )
            for k in touched
            if (detail := {"list": name, "changes": told.get((k.office.of_country, str(k.office)), [])})[
                "changes"
            ]
        ],
        AT_ONCE,
    )
    record("directory.imported", "directory", by, list=name, **changes.counts)
