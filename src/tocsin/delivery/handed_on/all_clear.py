"""A member makes sure of a contact, or takes that back."""

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.actions.access import must_publish
from tocsin.actions.errors import CannotChange
from tocsin.actions.models import Action, Target, TargetRole
from tocsin.actions.targets import targets_with_offices
from tocsin.cases.access import must_hold_on
from tocsin.delivery.models import AllClear
from tocsin.directory.models import ContactPoint
from tocsin.directory.queries import usable_email
from tocsin.members.models import Member, Role
from tocsin.members.record import record

GETS_MESSAGES = (TargetRole.SOLIDARITY_TO, TargetRole.SOLIDARITY_COPY)


def mailbox_of(target: Target) -> ContactPoint | None:
    """The confirmed address of one that gets messages of solidarity, or a copy of them."""
    return usable_email(target.office) if target.role in GETS_MESSAGES else None


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


def gets_messages(clear: AllClear) -> bool:
    """Whether a target of the action still is to get messages, or copies of them, at this address."""
    return any(clear.point in _mailboxes(clear.action, role) for role in GETS_MESSAGES)


def copied_with(clear: AllClear) -> list[AllClear]:
    """Whoever gets a copy of what this contact gets, each at an address that somebody has made sure of, too."""
    if clear.point not in _mailboxes(clear.action, TargetRole.SOLIDARITY_TO):
        return []
    copies = _mailboxes(clear.action, TargetRole.SOLIDARITY_COPY) - {clear.point}
    clears = [standing_clear(clear.action, point, timezone.now()) for point in copies]
    return sorted((one for one in clears if one), key=lambda one: one.pk)


def _mailboxes(action: Action, role: TargetRole) -> set[ContactPoint]:
    return {point for point in map(mailbox_of, targets_with_offices(action, role)) if point}


def _end(clears: QuerySet[AllClear], by: Member) -> int:
    return clears.update(ended_at=timezone.now(), ended_by=by)
