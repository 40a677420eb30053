"""What answers hold of supporters goes with them; mails that nobody could place go after 90 days."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from tocsin.followup.models import Reply, ReplyMail

KEPT_UNLINKED_FOR = timedelta(days=90)


@transaction.atomic
def erase_from_replies(now: datetime | None = None) -> int:
    """The mails as they came quote letters: they go when the letter's writer is erased. The number of rows."""
    before = (now or timezone.now()) - KEPT_UNLINKED_FOR
    stray = Reply.objects.filter(action=None, came_at__lte=before).delete()[0]
    quoting = ReplyMail.objects.filter(reply__delivery__isnull=False, reply__delivery__letter=None)
    return stray + quoting.delete()[0]
