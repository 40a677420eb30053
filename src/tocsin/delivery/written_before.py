"""One address is one voice: whoever writes to an office twice is told so by mail, since the page must not tell."""

from datetime import datetime

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from tocsin.actions.models import Target
from tocsin.cases.names import case_mask
from tocsin.post.queue_mail import queue_mail
from tocsin.supporters.silence import may_write
from tocsin.supporters.take_part import Person


def written_before(person: Person, mark: str, target: int, now: datetime) -> None:
    """Queues a mail that says so, at most one a day. Nothing of what was typed stands in it."""
    if not may_write(person.email):
        return
    to = Target.objects.select_related("office", "action__case").get(pk=target)
    with translation.override(person.language):
        title = case_mask(to.action.case).text(to.action.title)
        text = render_to_string("delivery/written_before.txt", {"office": to.office, "title": title})
        subject = _("You have written already to: %(office)s") % {"office": to.office}
    queue_mail(person.email, subject, text, key=f"written before {mark} {target} {now.date()}")
