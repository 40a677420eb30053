"""Names that were held back on the server which an imported case came from: how many, no more, until somebody has checked."""

from tocsin.members.models import AuditEntry, Member, Role
from tocsin.members.record import record

from ..access import must_hold_on
from ..models import Case
from .held import held_in

IMPORTED, CHECKED = "case.imported", "case.names_checked"
MOST = 1_000_000


def held_now(case: Case) -> int:
    """As the zip of the case tells it. Which names, and what they were held back for, tells of other cases: it stays here."""
    return held_in(case).values("person").distinct().count()


def counted(said: object) -> int:
    """What a zip says, which anybody may have written; 0 for what is no number."""
    return said if isinstance(said, int) and not isinstance(said, bool) and 0 < said < MOST else 0


def held_before(case: Case) -> int:
    """0 for a case that was opened here, and once somebody has checked."""
    told = AuditEntry.objects.filter(about_case=case.pk, act__in=(IMPORTED, CHECKED))
    latest = told.order_by("pk").last()
    return counted(latest.detail.get("names_held")) if latest and latest.act == IMPORTED else 0


def names_checked(case: Case, by: Member) -> None:
    """Raises PermissionDenied."""
    must_hold_on(case, by, Role.REVIEWER)
    record(CHECKED, case, by)
