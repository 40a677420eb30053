"""One mail of those that go to many: by one press to be ended."""

from collections.abc import Callable
from datetime import datetime
from email import policy
from email.message import EmailMessage
from email.utils import format_datetime

from django.utils import timezone

from tocsin.jobs.errors import GiveUp, Retry
from tocsin.post import header_words
from tocsin.post.deliver import post_office
from tocsin.post.errors import PermanentError, TemporaryError
from tocsin.post.message_id import our_address, our_name

# Makes a path of this site of a token.
Link = Callable[[str], str]
# While a case is frozen or sending is stopped, it is asked so often whether it may go on, in seconds.
A_WHILE = 3600.0
_SEVEN_BIT = policy.SMTP.clone(cte_type="7bit")


def bulk_mail(
    to: str, subject: str, text: str, language: str, identity: str, at: datetime | None, link: str
) -> bytes:
    """With the two headers by which a mailbox offers "unsubscribe" in one click (RFC 2369, RFC 8058): to `link`."""
    mail = EmailMessage(policy=_SEVEN_BIT)
    mail["Subject"] = subject
    mail.set_content(text)
    mail["From"] = header_words.mailbox(our_name(), our_address()).decode()
    mail["To"] = header_words.address(to).decode()
    mail["Date"] = format_datetime(at or timezone.now())
    mail["Message-ID"] = identity
    mail["Content-Language"] = language
    mail["Precedence"] = "bulk"
    # Written by hand: Python would break so long a word into encoded ones, which no mailbox reads as an address.
    one_click = f"List-Unsubscribe: <{link}>\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"
    return one_click.encode() + bytes(mail)


def send_bulk(sender: str, to: str, whole: bytes) -> None:
    """Raises Retry, GiveUp."""
    try:
        post_office().send(sender, [to], whole)
    except TemporaryError as error:
        raise Retry(error.reason) from None
    except PermanentError as error:
        raise GiveUp(error.reason) from None
