"""One update to one supporter, as it travels. Asked again right before it leaves whether she may still be written to."""

import uuid
from datetime import datetime
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from tocsin.cases.names import case_mask
from tocsin.delivery.cell_note.last_note import last_note
from tocsin.delivery.dispatch.holds import held
from tocsin.followup.bulk_mail import A_WHILE, Link, bulk_mail, send_bulk
from tocsin.followup.models import NoMore, Update, UpdateText
from tocsin.jobs.errors import OnHold
from tocsin.members.models import Member
from tocsin.post.message_id import message_id
from tocsin.post.return_path import Kind, return_path, token
from tocsin.supporters.models import Supporter
from tocsin.supporters.silence import may_write

from .audience import language_for
from .tokens import no_more_token

# The test leads to the page of a supporter who does not exist.
_NOBODY = uuid.UUID(int=0)


def send_to_supporter(payload: dict[str, Any], no_more_link: Link) -> None:
    """Does a job of kind `followup.update_mail`: {"update": ..., "supporter": ...}, both by primary key."""
    update = Update.objects.select_related("action__case").get(pk=payload["update"])
    supporter = Supporter.objects.filter(pk=payload["supporter"]).first()
    if supporter is None or not _may_get(supporter) or not update.action.is_visible:
        return
    if update.action.case.frozen_at or held().everything:
        raise OnHold("the case is frozen, or sending is stopped", A_WHILE)
    link = settings.PUBLIC_URL + no_more_link(no_more_token(supporter.public_id))
    identity = message_id("update", str(update.pk), supporter.public_id.hex)
    whole = message(_text_for(update, supporter.language), supporter.email, identity, update.sent_at, link)
    send_bulk(return_path(token(Kind.SUPPORTER, supporter.pk)), supporter.email, whole)


def send_test(payload: dict[str, Any], no_more_link: Link) -> None:
    """Does a job of kind `followup.update_test`: {"text": ..., "member": ..., "key": ...}."""
    text = UpdateText.objects.select_related("update__action__case").filter(pk=payload["text"]).first()
    member = Member.objects.filter(pk=payload["member"], is_active=True).first()
    if text and member:
        link = settings.PUBLIC_URL + no_more_link(no_more_token(_NOBODY))
        identity = message_id("update test", payload["key"])
        whole = message(text, member.email, identity, timezone.now(), link, is_test=True)
        send_bulk(return_path(), member.email, whole)


def message(
    text: UpdateText, to: str, identity: str, at: datetime | None, link: str, is_test: bool = False
) -> bytes:
    """`link` ends the updates."""
    mask = case_mask(text.update.action.case)
    with translation.override(text.language):
        subject = mask.text(text.subject)
        subject = _("Test: %(subject)s") % {"subject": subject} if is_test else subject
        title = mask.text(text.update.action.title)
        words = {"body": mask.text(text.body), "title": title, "link": link, "note": _note(text.update)}
        body = render_to_string("followup/update.txt", words)
    return bulk_mail(to, subject, body, text.language, identity, at, link)


def _note(update: Update) -> str:
    """Where the newest note for the cell lies: the same sheet, never attached, so that it can be withdrawn."""
    if not update.with_note or last_note(update.action) is None:
        return ""
    return settings.PUBLIC_URL + reverse("cell_note", args=[update.action.slug])


def _may_get(supporter: Supporter) -> bool:
    if supporter.unreachable_at or NoMore.objects.filter(supporter=supporter).exists():
        return False
    return may_write(supporter.email)


def _text_for(update: Update, language: str) -> UpdateText:
    texts = {text.language: text for text in update.texts.select_related("update__action__case")}
    return texts[language_for(language, texts, update.action.language)]
