"""Once a day: what was left unlinked is linked, and the state of the audit trail is told outside."""

from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.post.queue_mail import queue_mail

from .chain import head, link_entries


def mind_the_chain(payload: dict[str, Any]) -> None:
    """Does a job of kind `members.mind_the_chain`. The mail holds a number and a hash, nothing of what was done."""
    link_entries()
    last = head()
    if last is None or not settings.AUDIT_WITNESS:
        return
    told = _("The audit trail has %(count)d entries. Its state: %(hash)s") % {
        "count": last.link or 0,
        "hash": last.hash,
    }
    why = _("Keep this mail. `tocsin check --trail COUNT:STATE` shows whether what stood then still stands.")
    today = timezone.now().date().isoformat()
    queue_mail(
        settings.AUDIT_WITNESS,
        _("State of the audit trail, %(day)s") % {"day": today},
        f"{told}\n\n{why}\n",
        key=f"trail:{today}",
    )
