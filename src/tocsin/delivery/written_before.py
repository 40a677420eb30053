"""One address is one voice: whoever writes to an office twice is told so by mail, since the page must not tell."""

from datetime import datetime

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from tocsin.actions.models import Target
from tocsin.cases.names import case_mask
from tocsin.delivery.models import Delivery
from tocsin.delivery.taken_out.told import why_taken_out
from tocsin.post.queue_mail import queue_mail
from tocsin.supporters.silence import may_write
from tocsin.supporters.take_part import Person


def written_before(person: Person, first: Delivery, now: datetime) -> None:
    """Queues a mail that says so, at most one a day; `first` is the letter that she has written. Nothing of what was
    typed now stands in it."""
    if not may_write(person.email):
        return
    to = Target.objects.select_related("office", "action__case").get(pk=first.target_id)
    mask = case_mask(to.action.case)
    with translation.override(person.language):
        words = {
            "office": to.office,
            "title": mask.text(to.action.title),
            "taken_out": mask.text(why_taken_out(first)),
            "contact": settings.PRIVACY_CONTACT,
        }
        text = render_to_string("delivery/written_before.txt", words)
        subject = _("You have written already to: %(office)s") % {"office": to.office}
        key = f"written before {first.voice} {to.pk} {now.date()}"
        queue_mail(person.email, subject, text, key=key, case=to.action.case_id)
