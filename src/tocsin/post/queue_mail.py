"""One-off mail of the installation itself: confirmations, tests, invitations."""

import uuid
from datetime import datetime
from email import policy
from email.message import EmailMessage
from email.utils import format_datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import get_language

from tocsin.jobs.enqueue import enqueue
from tocsin.jobs.errors import GiveUp, Retry
from tocsin.jobs.models import Job

from . import header_words
from .deliver import post_office
from .errors import PermanentError, TemporaryError
from .frozen import frozen_words, is_frozen
from .message_id import message_id, our_address, our_name
from .return_path import return_path

# What no server on the way has to re-code, so that a signature holds (RFC 6376, 5.3).
_SEVEN_BIT = policy.SMTP.clone(cte_type="7bit")


def queue_mail(
    to: str,
    subject: str,
    text: str,
    key: str = "",
    after: datetime | None = None,
    about: str = "",
    case: int | None = None,
) -> Job | None:
    """Stores a mail for the worker, who sends it now or `after` a time. The same non-empty key twice is sent once.

    `about` is the token (return_path) of what is to be told when it comes back; `case` (by key) the case that it tells
    of, so that a name of that which is taken back while it waits does not leave.

    Raises HeaderRefused (a ValueError) for a subject with line breaks or what is no address.
    """
    header_words.address(to), header_words.unstructured(subject)
    payload = {
        "to": to,
        "subject": subject,
        "text": text,
        "message_id": message_id("mail", key or uuid.uuid4().hex),
        "about": about,
        "written_at": timezone.now().isoformat(),
    }
    told_of = {"case": case, "language": get_language() or ""} if case else {}
    return enqueue("post.mail", payload | told_of, key, after)


def send_queued_mail(payload: dict[str, Any]) -> None:
    """Does a job of kind `post.mail`. To a frozen address nothing goes, and nothing is kept of what was to go there."""
    if is_frozen(payload["to"]):
        return
    frozen = frozen_words()
    payload = {**payload, "subject": frozen.text(payload["subject"]), "text": frozen.text(payload["text"])}
    try:
        sender = return_path(payload.get("about", ""))
        post_office().send(sender, [payload["to"]], bytes(_message(payload)))
    except TemporaryError as error:
        raise Retry(error.reason) from None
    except PermanentError as error:
        raise GiveUp(error.reason) from None


def _message(payload: dict[str, Any]) -> EmailMessage:
    message = EmailMessage(policy=_SEVEN_BIT)
    message["From"] = header_words.mailbox(our_name(), our_address()).decode()
    message["To"] = payload["to"]
    message["Subject"] = payload["subject"]
    message["Date"] = format_datetime(datetime.fromisoformat(payload["written_at"]))
    message["Message-ID"] = payload["message_id"]
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(payload["text"])
    return message
