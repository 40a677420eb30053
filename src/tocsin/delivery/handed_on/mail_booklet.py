"""The booklet leaves by mail: asked by a member, asked again right before it leaves whether the contact is still safe."""

from email import policy
from email.message import EmailMessage
from email.utils import format_datetime
from typing import Any

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from tocsin.actions.access import must_publish
from tocsin.actions.asks.messages.booklet_of import booklet_of
from tocsin.actions.asks.messages.told import shown_messages
from tocsin.actions.errors import CannotChange
from tocsin.actions.models import Action
from tocsin.delivery.dispatch.holds import held
from tocsin.delivery.models import AllClear, BookletMail
from tocsin.jobs.enqueue import enqueue
from tocsin.jobs.errors import GiveUp, OnHold, Retry
from tocsin.members.models import Member
from tocsin.members.record import record
from tocsin.post import header_words
from tocsin.post.deliver import post_office
from tocsin.post.errors import PermanentError, TemporaryError
from tocsin.post.message_id import message_id, our_address, our_name
from tocsin.post.return_path import return_path
from tocsin.printing.sheet import CannotPrint

from .all_clear import copied_with, gets_messages

KIND = "delivery.mail_booklet"
# While sending is stopped, it is asked so often whether it may go on, in seconds.
A_WHILE = 3600.0


@transaction.atomic
def ask_to_mail(clear: AllClear, by: Member) -> list[BookletMail]:
    """To this contact, and a copy to each that gets one. Raises PermissionDenied; CannotChange where it may not leave now."""
    must_publish(clear.action, by)
    clear = (
        AllClear.objects.select_for_update(of=("self",))
        .select_related("point", "action__case")
        .get(pk=clear.pk)
    )
    if why := why_not(clear):
        raise CannotChange(why)
    if _is_on_its_way(clear):
        raise CannotChange(_("A booklet is on its way there already."))
    return [_ask(one, by) for one in (clear, *copied_with(clear)) if not _is_on_its_way(one)]


def _is_on_its_way(clear: AllClear) -> bool:
    return clear.mails.filter(left_at=None, refused="").exists()


def _ask(clear: AllClear, by: Member) -> BookletMail:
    mail = BookletMail.objects.create(clear=clear, asked_by=by)
    record("messages.booklet_mailed", clear.action, by, office=clear.point.office.name)
    enqueue(KIND, {"mail": mail.pk}, key=f"booklet {mail.pk}")
    return mail


def why_not(clear: AllClear) -> str:
    """Empty where the booklet may leave at this moment."""
    action = clear.action
    if action.case.frozen_at or not action.is_visible or action.is_sample:
        return _("Nothing is sent while the case is frozen or the public does not see the action.")
    if not clear.stands(timezone.now()):
        return _("Nobody has made sure of this contact lately, or its address is out of use.")
    if not gets_messages(clear):
        return _("It gets no messages of solidarity of this action any more, or it has another address now.")
    if not shown_messages(action).exists():
        return _("No message is shown yet: look through those that wait first.")
    return ""


def mail_booklet(payload: dict[str, Any]) -> None:
    """Does a job of kind `KIND`: {"mail": primary key}."""
    found = BookletMail.objects.select_related("clear__point__office", "clear__action__case")
    mail = found.get(pk=payload["mail"])
    if mail.left_at or mail.refused:
        return
    action, to = mail.clear.action, mail.clear.point.value
    if why := why_not(mail.clear):
        _refuse(mail, why)
        return
    holds = held()
    if holds.everything or holds.obstacle(action.pk, to):
        raise OnHold("sending is stopped", A_WHILE)
    try:
        post_office().send(return_path(), [to], bytes(_message(mail, to)))
    except TemporaryError as error:
        raise Retry(error.reason) from None
    except (PermanentError, CannotPrint, CannotChange) as error:
        _refuse(mail, str(error))
        raise GiveUp(str(error)) from None
    BookletMail.objects.filter(pk=mail.pk).update(left_at=timezone.now())


def _refuse(mail: BookletMail, why: str) -> None:
    BookletMail.objects.filter(pk=mail.pk).update(refused=why[:300])


def _message(mail: BookletMail, to: str) -> EmailMessage:
    """Subject and file name say nothing of whom it is about: others may see the mailbox. Raises CannotChange, CannotPrint."""
    action: Action = mail.clear.action
    pdf = booklet_of(action).pdf
    message = EmailMessage(policy=policy.SMTP.clone(cte_type="7bit"))
    message["From"] = header_words.mailbox(our_name(), our_address()).decode()
    message["To"] = header_words.address(to).decode()
    message["Date"] = format_datetime(mail.asked_at)
    message["Message-ID"] = message_id("booklet", str(mail.pk))
    with translation.override(action.language):
        message["Subject"] = _("A booklet")
        message.set_content(_("Messages of solidarity, to be handed on where that is safe.") + "\n")
    message.add_attachment(pdf, maintype="application", subtype="pdf", filename="booklet.pdf")
    return message
