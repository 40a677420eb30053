"""The mail that asks a supporter to confirm her letter."""

from collections.abc import Callable

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from tocsin.cases.names import case_mask
from tocsin.delivery.models import Delivery, DeliveryState
from tocsin.delivery.tokens import confirmation_token
from tocsin.post.queue_mail import queue_mail
from tocsin.post.return_path import Kind, token
from tocsin.supporters.silence import may_write

# Makes a path of this site of a token.
ConfirmLink = Callable[[str], str]


def ask_about(public_id: str, confirm_link: ConfirmLink) -> None:
    """Queues the mail about a letter that was just taken, unless it was confirmed or erased meanwhile."""
    rows = Delivery.objects.select_related("action__case", "target__office", "letter__supporter")
    delivery = rows.filter(public_id=public_id, state=DeliveryState.UNCONFIRMED).first()
    if delivery:
        ask_to_confirm(delivery, confirm_link)


def ask_to_confirm(delivery: Delivery, confirm_link: ConfirmLink) -> None:
    """Queues the mail. A letter that was erased asks for nothing.

    Neither the name nor the letter stands in it: whoever typed them may not be its reader.
    """
    if delivery.letter is None or not may_write(delivery.letter.supporter.email):
        return
    supporter = delivery.letter.supporter
    with translation.override(supporter.language):
        text = render_to_string("delivery/confirm_letter.txt", _words(delivery, confirm_link))
        subject = _("Please confirm your letter to: %(office)s") % {"office": delivery.target.office}
        key = f"confirm {delivery.public_id} {supporter.asked_times}"
        about, case = token(Kind.SUPPORTER, supporter.pk), delivery.action.case_id
        queue_mail(supporter.email, subject, text, key=key, about=about, case=case)


def _words(delivery: Delivery, confirm_link: ConfirmLink) -> dict[str, object]:
    action = delivery.action
    return {
        "link": settings.PUBLIC_URL + confirm_link(confirmation_token(delivery.public_id)),
        "title": case_mask(action.case).text(action.title),
        "office": delivery.target.office,
        "copies": delivery.letter.copies if delivery.letter else (),
        "is_reminder": bool(delivery.letter and delivery.letter.supporter.asked_times > 1),
    }
