"""The second person's check: only then is a cause shown."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.actions.access import must_publish
from tocsin.actions.errors import CannotChange
from tocsin.jobs.enqueue import enqueue_and_do
from tocsin.members.models import Member
from tocsin.members.record import record

from .models import Cause
from .name_cause import must_be_clear


@transaction.atomic
def verify_cause(cause: Cause, how: str, by: Member) -> None:
    """Shows it in public. `how`: by what the member knows that it is theirs. Raises as `name_cause` does."""
    action = cause.action
    must_publish(action, by)
    locked = Cause.objects.select_for_update().get(pk=cause.pk)
    if locked.entered_by_id == by.pk:
        raise CannotChange(_("Somebody else has to check it: you entered it yourself."))
    if locked.verified_at or locked.withdrawn_at:
        raise CannotChange(_("This was decided meanwhile."))
    if not how.strip():
        raise CannotChange(_("Say how you checked it: whom you asked, by which number or page of theirs."))
    must_be_clear(action, locked.owner, locked.url, locked.account)
    locked.verified_at, locked.verified_by, locked.verified_how = timezone.now(), by, how.strip()[:300]
    locked.save(update_fields=["verified_at", "verified_by", "verified_how"])
    record("cause.verified", locked, by, how=locked.verified_how)
    enqueue_and_do("pages.render", {"action": action.pk})
