"""The switch for a contact in the wrong hands: somebody was arrested, a mailbox or a telephone was taken."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.jobs.enqueue import enqueue_and_do
from tocsin.members.models import Member, Role
from tocsin.members.record import record
from tocsin.members.revise import as_it_is, keep_revision
from tocsin.post.frozen import key_of
from tocsin.post.models import FrozenAddress

from .access import must_vouch
from .errors import CannotUse
from .models import ContactPoint

_SHORTEST = 5


@transaction.atomic
def freeze_contact(value: str, by: Member, reason: str = "") -> FrozenAddress:
    """Freezes an address or a number everywhere at once, whichever offices have it, and whether or not any does.

    Nothing is sent there any more, what waits to go there is stopped, and it is left out of every page, feed, letter and
    mirror that is made from now on. Raises CannotUse, and PermissionDenied below the role of a reviewer.
    """
    must_vouch(by)
    value = " ".join(value.split())
    if len(key_of(value)) < _SHORTEST:
        raise CannotUse(_("Give the whole address or number, as it stands in public."))
    frozen, is_new = FrozenAddress.objects.get_or_create(key=key_of(value), defaults={"value": value})
    if is_new:
        record("contact.frozen", frozen, by, reason=reason)
        points = _points_of(frozen)
        _retire(points, by, reason)
        enqueue_and_do("directory.frozen", {"points": [point.pk for point in points]})
        enqueue_and_do("pages.all_changed")
    return frozen


@transaction.atomic
def thaw_contact(frozen: FrozenAddress, by: Member) -> None:
    """It may be told again. No office is reached by it before somebody has confirmed it anew.

    Raises PermissionDenied below the role of a publisher.
    """
    if not by.holds(Role.PUBLISHER):
        raise PermissionDenied(_("This needs the role: %(role)s") % {"role": Role.PUBLISHER.label})
    record("contact.thawed", frozen, by)
    frozen.delete()
    enqueue_and_do("pages.all_changed")


def _points_of(frozen: FrozenAddress) -> list[ContactPoint]:
    """However each is written."""
    same = Q(value__iexact=frozen.value) | Q(value__contains=frozen.key)
    rows = ContactPoint.objects.filter(same).select_for_update()
    return [point for point in rows if key_of(point.value) == frozen.key]


def _retire(points: list[ContactPoint], by: Member, reason: str) -> None:
    for point in points:
        was = as_it_is(point, ["retired_at"])
        point.retired_at = point.retired_at or timezone.now()
        point.save(update_fields=["retired_at"])
        keep_revision(record("contact.retired", point, by, reason=reason), point, was)
