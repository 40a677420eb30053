"""Taking a cause back."""

from django.db import transaction
from django.utils import timezone

from tocsin.actions.access import must_publish
from tocsin.jobs.enqueue import enqueue_and_do
from tocsin.members.models import Member
from tocsin.members.record import record

from .models import Cause


@transaction.atomic
def withdraw_cause(cause: Cause, why: str, by: Member) -> None:
    """At once out of every page. Raises PermissionDenied."""
    must_publish(cause.action, by)
    locked = Cause.objects.select_for_update().get(pk=cause.pk)
    locked.withdrawn_at, locked.withdrawn_why = timezone.now(), why.strip()[:300]
    locked.save(update_fields=["withdrawn_at", "withdrawn_why"])
    record("cause.withdrawn", locked, by, why=locked.withdrawn_why)
    enqueue_and_do("pages.render", {"action": cause.action_id})
