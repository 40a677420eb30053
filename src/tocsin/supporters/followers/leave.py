"""Off the list: the whole row goes."""

from datetime import datetime

from tocsin.supporters.take_part import WAIT

from .models import Follower
from .tokens import leaving


def leave(token: str) -> bool:
    """Whether the link is ours. Pressing twice is as good as once."""
    public_id = leaving(token)
    if public_id is None:
        return False
    Follower.objects.filter(public_id=public_id).delete()
    return True


def erase_unconfirmed(now: datetime) -> int:
    """Erases everyone who has not confirmed within 72 hours; how many."""
    return Follower.objects.filter(confirmed_at=None, created_at__lte=now - WAIT).delete()[0]
