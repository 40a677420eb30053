"""What answers hold of supporters goes with them, and after 90 days where nobody knows whose letter it answers."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from tocsin.followup.models import SHOWN, Reply, ReplyMail, ReplyState, Way

KEPT_UNLINKED_FOR = timedelta(days=90)


@transaction.atomic
def erase_from_replies(now: datetime | None = None) -> int:
    """How many rows were erased: mails that nobody could place, and mails as they came."""
    before = (now or timezone.now()) - KEPT_UNLINKED_FOR
    stray = Reply.objects.filter(action=None, came_at__lte=before).delete()[0]
    _erase_words(before)
    return stray + _erase_mails(before)


def _erase_mails(before: datetime) -> int:
    """They quote letters, and go when the letter's writer is erased."""
    of_erased = Q(reply__delivery__isnull=False, reply__delivery__letter=None)
    of_nobody = Q(reply__delivery=None, reply__came_at__lte=before)
    mails = ReplyMail.objects.filter(of_erased | of_nobody)
    Reply.objects.filter(pk__in=mails.values("reply")).update(kept=0)
    return mails.delete()[0]


def _erase_words(before: datetime) -> None:
    """Of a mail to nobody knows whom, whose name stands in it: what is published has been read for that."""
    old = Reply.objects.filter(way=Way.MAIL, delivery=None, came_at__lte=before)
    old.exclude(subject="").update(subject="")
    old.exclude(state__in=SHOWN).exclude(text="").update(text="")
    old.filter(state=ReplyState.IN_PART).exclude(text=F("shown_text")).update(text=F("shown_text"))
