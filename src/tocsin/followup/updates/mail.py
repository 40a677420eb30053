"""One update to one supporter, as it travels. Asked again right before it leaves whether she may still be written to."""

import uuid
from collections.abc import Callable
from datetime import datetime
from email import policy
from email.message import EmailMessage
from email.utils import format_datetime
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from tocsin.cases.names import case_mask
from tocsin.delivery.dispatch.holds import held
from tocsin.followup.models import NoMore, Update, UpdateText
from tocsin.jobs.errors import GiveUp, Retry
from tocsin.members.models import Member
from tocsin.post import header_words
from tocsin.post.deliver import post_office
from tocsin.post.errors import PermanentError, TemporaryError
from tocsin.post.frozen import is_frozen
from tocsin.post.message_id import message_id, our_address, our_name
from tocsin.post.return_path import Kind, return_path, token
from tocsin.supporters.models import Supporter
from tocsin.supporters.silence import may_write

from .audience import language_for
from .tokens import no_more_token

# Makes a path of this site of a token.
NoMoreLink = Callable[[str], str]
_SEVEN_BIT = policy.SMTP.clone(cte_type="7bit")
# While a case is frozen or sending is stopped, it is asked so often whether it may go on, in seconds.
A_WHILE = 3600.0
# The test leads to the page of a supporter who does not exist.
_NOBODY = uuid.UUID(int=0)


def send_to_supporter(payload: dict[str, Any], no_more_link: NoMoreLink) -> None:
    """Does a job of kind `followup.update_mail`: {"update": ..., "supporter": ...}, both by primary key."""
    update = Update.objects.select_related("action__case").get(pk=payload["update"])
    supporter = Supporter.objects.filter(pk=payload["supporter"]).first()
    if supporter is None or not _may_get(supporter) or not update.action.is_visible:
        return
    if update.action.case.frozen_at or held().everything:
        raise Retry("the case is frozen, or sending is stopped", A_WHILE)
    link = settings.PUBLIC_URL + no_more_link(no_more_token(supporter.public_id))
    identity = message_id("update", str(update.pk), supporter.public_id.hex)
    whole = message(_text_for(update, supporter.language), supporter.email, identity, update.sent_at, link)
    _send(return_path(token(Kind.SUPPORTER, supporter.pk)), supporter.email, whole)


def send_test(payload: dict[str, Any], no_more_link: NoMoreLink) -> None:
    """Does a job of kind `followup.update_test`: {"text": ..., "member": ..., "key": ...}."""
    text = UpdateText.objects.select_related("update__action__case").filter(pk=payload["text"]).first()
    member = Member.objects.filter(pk=payload["member"], is_active=True).first()
    if text and member:
        link = settings.PUBLIC_URL + no_more_link(no_more_token(_NOBODY))
        identity = message_id("update test", payload["key"])
        whole = message(text, member.email, identity, timezone.now(), link, is_test=True)
        _send(return_path(), member.email, whole)


def message(
    text: UpdateText, to: str, identity: str, at: datetime | None, link: str, is_test: bool = False
) -> bytes:
    """With the two headers by which a mailbox offers "unsubscribe" in one click (RFC 2369, RFC 8058)."""
    mask = case_mask(text.update.action.case)
    mail = EmailMessage(policy=_SEVEN_BIT)
    with translation.override(text.language):
        subject = mask.text(text.subject)
        mail["Subject"] = _("Test: %(subject)s") % {"subject": subject} if is_test else subject
        words = {"body": mask.text(text.body), "title": mask.text(text.update.action.title), "link": link}
        mail.set_content(render_to_string("followup/update.txt", words))
    mail["From"] = header_words.mailbox(our_name(), our_address()).decode()
    mail["To"] = header_words.address(to).decode()
    mail["Date"] = format_datetime(at or timezone.now())
    mail["Message-ID"] = identity
    mail["Content-Language"] = text.language
    mail["Precedence"] = "bulk"
    # Written by hand: Python would break so long a word into encoded ones, which no mailbox reads as an address.
    one_click = f"List-Unsubscribe: <{link}>\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"
    return one_click.encode() + bytes(mail)


def _may_get(supporter: Supporter) -> bool:
    if (
        supporter.unreachable_at
        or is_frozen(supporter.email)
        or NoMore.objects.filter(supporter=supporter).exists()
    ):
        return False
    return may_write(supporter.email)


def _text_for(update: Update, language: str) -> UpdateText:
    texts = {text.language: text for text in update.texts.select_related("update__action__case")}
    return texts[language_for(language, texts, update.action.language)]


def _send(sender: str, to: str, whole: bytes) -> None:
    try:
        post_office().send(sender, [to], whole)
    except TemporaryError as error:
        raise Retry(error.reason) from None
    except PermanentError as error:
        raise GiveUp(error.reason) from None
