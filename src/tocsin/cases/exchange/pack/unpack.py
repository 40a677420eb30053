"""Restoring a case from its zip: all of it in one transaction, or nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import IO, Any

from django.db import DatabaseError, transaction
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from tocsin.members.models import Member, Role
from tocsin.members.record import record
from tocsin.reports.access import must_hold

from ...changed import case_changed
from ...elsewhere.held_before import IMPORTED, counted
from ...models import CarriedEntry, Case, CaseMember
from ...search.index import index_offices, index_reports
from .check import Checked, check
from .errors import CannotImport
from .read_row import Line, lines
from .restore import Restoring

Progress = Callable[[int, int], None]
_CANNOT_BE_STORED = (
    DatabaseError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    OverflowError,
    RecursionError,
)
_OF_A_TRAIL = {"at": str, "by": str, "act": str, "row": list, "detail": dict, "hash": str, "changed": list}


@dataclass(frozen=True)
class Imported:
    """`reports_here`: reports that stood on this server already and stay as they are."""

    case: Case
    rows: int
    reports_here: int
    strangers: int


def import_case(
    file: IO[bytes], by: Member | None, progress: Progress = lambda done, steps: None
) -> Imported:
    """Restores the case that `file` holds. Whoever imports it is on it and manages it.

    Members are those of the same address; others come along as names that cannot sign in. Raises CannotImport,
    and PermissionDenied for anybody but an administrator; then nothing is stored.
    """
    must_hold(by, Role.ADMINISTRATOR)
    checked = check(file)
    _must_be_new(checked)
    restoring = Restoring(checked, progress)
    try:
        with transaction.atomic():
            return _restored(checked, restoring, by)
    except _CANNOT_BE_STORED as fault:
        raise CannotImport(
            _("What “%s” holds cannot be stored: its lines contradict each other, or lack something.")
            % restoring.at
        ) from fault


def _must_be_new(checked: Checked) -> None:
    opened_at = checked.manifest.get("opened_at")
    try:
        when = parse_datetime(opened_at) if isinstance(opened_at, str) else None
    except ValueError:
        when = None
    here = Case.objects.filter(opened_at=when).first() if when else None
    if here:
        raise CannotImport(
            _("This case is on this server already: “%(title)s”. Nothing was changed.")
            % {"title": here.title}
        )


def _restored(checked: Checked, restoring: Restoring, by: Member | None) -> Imported:
    restoring.everything()
    case = restoring.case
    if by is not None:
        CaseMember.objects.update_or_create(
            case=case, member=by, defaults={"role": Role.ADMINISTRATOR, "added_by": by}
        )
    rows = sum(len(keys) for keys in restoring.keys.values())
    _carry_trail(checked, case)
    record(
        IMPORTED,
        case,
        by,
        title=case.title,
        of=str(checked.manifest.get("organisation", ""))[:200],
        manifest=checked.sha256,
        rows=rows,
        reports_here=restoring.reports_here,
        strangers=restoring.strangers,
        names_held=counted(checked.manifest.get("names_held")),
    )
    index_reports(case.reports.order_by().values_list("pk", flat=True))
    index_offices(case.subjects.exclude(office=None).values_list("office", flat=True))
    case_changed(case)
    return Imported(case, rows, restoring.reports_here, len(restoring.strangers))


def _carry_trail(checked: Checked, case: Case) -> None:
    held: list[Any] = []
    with checked.packed.open("audit.jsonl") as file:
        for position, line in enumerate(lines(file, "audit.jsonl")):
            _must_be_of_a_trail(line)
            held.append(CarriedEntry(case=case, position=position, entry=line.row))
            if len(held) >= 500:
                CarriedEntry.objects.bulk_create(held)
                held = []
    CarriedEntry.objects.bulk_create(held)


def _must_be_of_a_trail(line: Line) -> None:
    """What an earlier version did not write may be missing; what is there is of its kind."""
    for name, value in line.row.items():
        if name not in _OF_A_TRAIL or not isinstance(value, _OF_A_TRAIL[name]):
            raise line.wrong(name)
