"""Somebody asks to be told of the next appeal; she is on the list once she has said so from her mailbox."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from tocsin.jobs.enqueue import enqueue
from tocsin.supporters.address import fingerprint
from tocsin.supporters.take_part import MOST_WAITING, WAIT, Person

from .models import Follower
from .tokens import joining

# The job that writes to her; a later stage does it, which knows where its link leads.
ASK = "followers.ask"
_LIST = "followers"


@transaction.atomic
def join(person: Person, mail_after: datetime | None = None) -> None:
    """Gives nothing back: a new address, a known one and one that has been asked too often get the same answer."""
    now = timezone.now()
    mark = fingerprint(person.email, _LIST)
    waiting = Follower.objects.filter(fingerprint=mark, confirmed_at=None, created_at__gt=now - WAIT)
    if waiting.count() >= MOST_WAITING:
        return
    follower = Follower.objects.create(
        fingerprint=mark,
        name=person.name,
        email=person.email,
        country=person.country,
        language=person.language,
        created_at=now,
    )
    told = {"follower": follower.public_id.hex}
    enqueue(ASK, told, run_after=mail_after or now)


def waits(token: str) -> Follower | None:
    """Who asked by this link and may still confirm, or has; None where it is not ours, has run out, or she left."""
    public_id = joining(token)
    found = Follower.objects.filter(public_id=public_id).first() if public_id else None
    is_late = found and not found.confirmed_at and found.created_at <= timezone.now() - WAIT
    return None if is_late else found


@transaction.atomic
def confirm(token: str) -> bool:
    """Puts her on the list with what she said last. False as `waits` is None."""
    found = waits(token)
    if found is None:
        return False
    rows = Follower.objects.select_for_update().filter(fingerprint=found.fingerprint).order_by("pk")
    if found.pk not in [row.pk for row in rows]:
        return False
    rows.exclude(pk=found.pk).delete()
    Follower.objects.filter(pk=found.pk, confirmed_at=None).update(confirmed_at=timezone.now())
    return True
