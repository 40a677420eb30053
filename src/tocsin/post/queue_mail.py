"""One-off mail of the installation itself: confirmations, tests, invitations."""

import uuid
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import Any

from django.utils import timezone

from tocsin.jobs.enqueue import enqueue
from tocsin.jobs.errors import GiveUp, Retry
from tocsin.jobs.models import Job

from . import header_words
from .deliver import post_office
from .errors import PermanentError, TemporaryError
from .message_id import message_id, our_address, our_name


def queue_mail(to: str, subject: str, text: str, key: str = "", after: datetime | None = None) -> Job | None:
    """Stores a mail for the worker, who sends it now or `after` a time. The same non-empty key twice is sent once.

    Raises HeaderRefused (a ValueError) for a subject with line breaks or what is no address.
    """
    header_words.address(to), header_words.unstructured(subject)
    payload = {
        "to": to,
        "subject": subject,
        "text": text,
        "message_id": message_id("mail", key or uuid.uuid4().hex),
        "written_at": timezone.now().isoformat(),
    }
    return enqueue("post.mail", payload, key)


def send_queued_mail(payload: dict[str, Any]) -> None:
    """Does a job of kind `post.mail`."""
    try:
        post_office().send(our_address(), [payload["to"]], bytes(_message(payload)))
    except TemporaryError as error:
        raise Retry(error.reason) from None
    except PermanentError as error:
        raise GiveUp(error.reason) from None


def _message(payload: dict[str, Any]) -> EmailMessage:
    message = EmailMessage(policy=SMTP)
    message["From"] = header_words.mailbox(our_name(), our_address()).decode()
    message["To"] = payload["to"]
    message["Subject"] = payload["subject"]
    message["Date"] = format_datetime(datetime.fromisoformat(payload["written_at"]))
    message["Message-ID"] = payload["message_id"]
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(payload["text"])
    return message
