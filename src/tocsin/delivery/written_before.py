"""One address is one voice: whoever writes to an office twice is told so by mail, since the page must not tell."""

from datetime import datetime

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from tocsin.actions.models import Target
from tocsin.cases.names import case_mask
from tocsin.delivery.models import CONFIRMED, Delivery
from tocsin.delivery.voice import voice
from tocsin.post.queue_mail import queue_mail
from tocsin.supporters.address import fingerprint
from tocsin.supporters.take_part import Person


def has_written(email: str, target: Target) -> bool:
    """Whether a letter of this mailbox to this office was confirmed."""
    mark = fingerprint(email, voice(target.action))
    known = Delivery.objects.filter(target=target, state__in=CONFIRMED, is_copy=False)
    return known.filter(letter__supporter__fingerprint=mark).exists()


def say_written_before(person: Person, target: Target, now: datetime) -> None:
    """Queues a mail, at most one a day. Nothing of what was typed stands in it."""
    with translation.override(person.language):
        title = case_mask(target.action.case).text(target.action.title)
        text = render_to_string("delivery/written_before.txt", {"office": target.office, "title": title})
        subject = _("You have written already to: %(office)s") % {"office": target.office}
    mark = fingerprint(person.email, voice(target.action))
    queue_mail(person.email, subject, text, key=f"written before {mark} {target.pk} {now.date()}")
