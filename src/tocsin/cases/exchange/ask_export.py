"""Asking for an export of a case: made at once where the case is small, else by a worker."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.jobs.enqueue import enqueue, enqueue_and_do
from tocsin.members.models import Member, Role
from tocsin.members.record import record
from tocsin.members.second_person import is_needed, use

from ..access import must_hold_on
from ..errors import CannotChange
from ..models import Case, Claim, Export, ExportKind
from .make_export import KIND, NEEDS
from .what_leaves import export_fingerprint, what_leaves

ACT = "case.exported"
STAYS = timedelta(hours=24)
# More than this many claims and reports are left to a worker: a page should not wait for them.
SMALL = 400


@transaction.atomic
def ask_export(case: Case, kind: str, is_public: bool, by: Member | None) -> Export:
    """Stores the wish and has it done. Raises CannotChange for what cannot leave, PermissionDenied, and
    NeedsSecondPerson where the house wants one and nobody has agreed to this very file.
    """
    must_hold_on(case, by, NEEDS.get(ExportKind(kind), Role.REVIEWER))
    must_be_possible(case, kind, is_public)
    if is_needed(ACT):
        use(ACT, case, by, export_fingerprint(case, what_leaves(kind, is_public)))
    export = Export.objects.create(
        case=case, kind=kind, is_public=is_public, asked_by=by, expires_at=timezone.now() + STAYS
    )
    record("case.export_asked", case, by, kind=kind, public=is_public, export=export.pk)
    put = enqueue_and_do if _size(case) <= SMALL else enqueue
    put(KIND, {"export": export.pk}, key=f"{KIND}:{export.pk}")
    return export


def must_be_possible(case: Case, kind: str, is_public: bool) -> None:
    """Raises CannotChange where nothing of the kind may leave the case."""
    if is_public and kind == ExportKind.ZIP:
        raise CannotChange(
            _("The whole case holds reports word for word: it cannot be made public. Choose another kind.")
        )
    if is_public and case.frozen_at:
        raise CannotChange(_("This case is frozen: nothing of it leaves in public. Thaw it first."))


def _size(case: Case) -> int:
    return Claim.objects.filter(subject__case=case).count() + case.reports.count()
