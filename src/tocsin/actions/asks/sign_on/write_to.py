"""The mails to whoever signs on for an organisation."""

from collections.abc import Callable

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from tocsin.cases.names import case_mask
from tocsin.post.queue_mail import queue_mail
from tocsin.supporters.silence import may_write

from .models import Endorsement, EndorsementState
from .tokens import confirmation_token, own_token

# Makes a path of this site of a token.
Link = Callable[[str], str]


def ask_to_confirm(public_id: str, link: Link) -> None:
    """Queues the mail that asks for a press on the button, unless it was confirmed or erased meanwhile."""
    rows = Endorsement.objects.select_related("action__case")
    asked = rows.filter(public_id=public_id, state=EndorsementState.ASKED).first()
    if asked and asked.action.is_open and not asked.action.case.frozen_at:
        with translation.override(asked.language):
            subject = _("Please confirm that %(organisation)s signs on") % {"organisation": asked}
            _write(asked, subject, "confirm_endorsement", link(confirmation_token(asked.public_id)))


def tell_own_page(endorsement: Endorsement, link: Link) -> None:
    """Queues the mail with the organisation's own link, after it confirmed."""
    with translation.override(endorsement.language):
        subject = _("%(organisation)s has signed on: your own page") % {"organisation": endorsement}
        _write(endorsement, subject, "endorsement_own_page", link(own_token(endorsement.public_id)))


def _write(to: Endorsement, subject: str, template: str, path: str) -> None:
    """The person's own name does not stand in it: whoever typed it may not be its reader."""
    if not to.contact_email or not may_write(to.contact_email):
        return
    words = {
        "link": settings.PUBLIC_URL + path,
        "title": case_mask(to.action.case).text(to.action.title),
        "endorsement": to,
    }
    text = render_to_string(f"actions/{template}.txt", words)
    key = f"{template} {to.public_id}"
    queue_mail(to.contact_email, " ".join(subject.split()), text, key=key, case=to.action.case_id)
