"""A member makes sure of a contact, or takes that back."""

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.actions.access import must_publish
from tocsin.actions.errors import CannotChange
from tocsin.actions.models import Action, Target, TargetRole
from tocsin.cases.access import must_hold_on
from tocsin.delivery.models import AllClear
from tocsin.directory.models import ContactPoint
from tocsin.directory.queries import usable_email
from tocsin.members.models import Member, Role
from tocsin.members.record import record


def mailbox_of(target: Target) -> ContactPoint | None:
    """The confirmed address of one that gets messages of solidarity."""
    return usable_email(target.office) if target.role == TargetRole.SOLIDARITY_TO else None


@transaction.atomic
def give_all_clear(target: Target, how: str, by: Member) -> AllClear:
    """In place of whatever was said of this contact before. Raises PermissionDenied, CannotChange."""
    action, point, how = target.action, mailbox_of(target), " ".join(how.split())[:300]
    must_publish(action, by)
    if point is None or point.dead_reported_at:
        raise CannotChange(_("No e-mail address of it is confirmed: messages cannot be mailed there."))
    if not how:
        raise CannotChange(_("Say how you made sure: whom you spoke with, by which way, on what day."))
    _end(AllClear.objects.filter(action=action, point=point, ended_at=None), by)
    clear = AllClear.objects.create(action=action, point=point, how=how, given_by=by)
    record("contact.all_clear", action, by, office=target.office.name)
    return clear


@transaction.atomic
def take_back_all_clear(clear: AllClear, by: Member) -> None:
    """Anybody of the case who reviews may: what may be unsafe stops at once, also what waits to leave."""
    must_hold_on(clear.action.case, by, Role.REVIEWER)
    if _end(AllClear.objects.filter(pk=clear.pk, ended_at=None), by):
        record("contact.all_clear_ended", clear.action, by, office=clear.point.office.name)


def standing_clear(action: Action, point: ContactPoint, now: datetime) -> AllClear | None:
    found = AllClear.objects.select_related("point", "given_by").filter(action=action, point=point).first()
    return found if found and found.stands(now) else None


def _end(clears: QuerySet[AllClear], by: Member) -> int:
    return clears.update(ended_at=timezone.now(), ended_by=by)
