"""A stance that was wrong, or holds no more, is taken back."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.actions.errors import CannotChange
from tocsin.cases.access import must_hold_on
from tocsin.cases.changed import case_changed
from tocsin.members.models import Member, Role
from tocsin.members.record import record

from .models import Stance


@transaction.atomic
def take_back(stance: Stance, by: Member) -> None:
    """It leaves the public pages. Raises PermissionDenied and CannotChange."""
    must_hold_on(stance.case, by, Role.PUBLISHER)
    stance = Stance.objects.select_for_update(of=("self",)).select_related("case").get(pk=stance.pk)
    if stance.taken_back_at:
        raise CannotChange(_("This was taken back already."))
    stance.taken_back_at = timezone.now()
    stance.save(update_fields=["taken_back_at"])
    record("stance.taken_back", stance, by, organisation=stance.organisation)
    case_changed(stance.case)
