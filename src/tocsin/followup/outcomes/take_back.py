"""An outcome that was wrong is taken back; what followed from it, a member undoes by its own acts."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.actions.access import must_publish
from tocsin.actions.errors import CannotChange
from tocsin.cases.changed import case_changed
from tocsin.followup.models import Outcome
from tocsin.members.models import Member
from tocsin.members.record import record


@transaction.atomic
def take_back(outcome: Outcome, why: str, by: Member) -> Outcome:
    """It leaves the public pages and stays at the desk. Raises PermissionDenied, and CannotChange without a reason."""
    must_publish(outcome.action, by)
    outcome = Outcome.objects.select_for_update().get(pk=outcome.pk)
    if not why.strip():
        raise CannotChange(_("Say why it is taken back: your colleagues read it here."))
    if outcome.taken_back_at:
        raise CannotChange(_("This outcome was taken back already."))
    outcome.taken_back_at, outcome.taken_back_why = timezone.now(), why.strip()[:300]
    outcome.save(update_fields=["taken_back_at", "taken_back_why"])
    record("outcome.taken_back", outcome, by, why=outcome.taken_back_why)
    case_changed(outcome.action.case)
    return outcome
