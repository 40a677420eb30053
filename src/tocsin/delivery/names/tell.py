"""A letter is held for a name in its writer's own words: she is told, without the name, how to send it without."""

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from tocsin.cases.names import case_mask
from tocsin.delivery.ask_to_confirm import ConfirmLink
from tocsin.delivery.models import Delivery, DeliveryState
from tocsin.delivery.tokens import confirmation_token
from tocsin.post.queue_mail import queue_mail
from tocsin.post.return_path import Kind, token
from tocsin.supporters.silence import may_write


@transaction.atomic
def tell_writers(case: int, confirm_link: ConfirmLink) -> None:
    """Each once for as long as it is held; a copy is the same letter."""
    now = timezone.now()
    rows = Delivery.objects.select_for_update(of=("self",)).filter(
        action__case=case, state=DeliveryState.NAMES, told_at=None, is_copy=False, letter__isnull=False
    )
    held = list(rows.select_related("action__case", "target__office", "letter__supporter"))
    for delivery in held:
        _tell(delivery, confirm_link)
    Delivery.objects.filter(pk__in=[delivery.pk for delivery in held]).update(told_at=now)


def _tell(delivery: Delivery, confirm_link: ConfirmLink) -> None:
    supporter = delivery.letter.supporter if delivery.letter else None
    if supporter is None or supporter.unreachable_at or not may_write(supporter.email):
        return
    with translation.override(supporter.language):
        words = {
            "office": delivery.target.office,
            "title": case_mask(delivery.action.case).text(delivery.action.title),
            "link": settings.PUBLIC_URL + confirm_link(confirmation_token(delivery.public_id)),
        }
        text = render_to_string("delivery/names_wait.txt", words)
        subject = _("Your letter waits for you: %(office)s") % {"office": delivery.target.office}
        key, about = (
            f"names {delivery.public_id} {delivery.changed_at.isoformat()}",
            token(Kind.SUPPORTER, supporter.pk),
        )
        queue_mail(supporter.email, subject, text, key=key, about=about, case=delivery.action.case_id)
