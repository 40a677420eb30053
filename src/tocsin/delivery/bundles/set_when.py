"""A publisher says how the letters to one target go."""

from django.db import transaction
from django.utils import timezone

from tocsin.actions.models import Target
from tocsin.cases.access import must_hold_on
from tocsin.members.models import Member, Role
from tocsin.members.record import record

from .models import BundlePlan, When


@transaction.atomic
def set_when(target: Target, when: When, by: Member) -> bool:
    """Whether anything changed. Letters that wait for a bundle already go with the next one.

    Raises PermissionDenied below the role publisher in its case.
    """
    must_hold_on(target.action.case, by, Role.PUBLISHER)
    plan, _ = BundlePlan.objects.get_or_create(target=target, defaults={"when": When.EACH})
    if plan.when == when:
        return False
    was, plan.when, plan.since = plan.when, when, timezone.now()
    plan.save(update_fields=["when", "since"])
    record("set_bundles", target.action, by, office=str(target.office), was=was, when=str(when))
    return True
