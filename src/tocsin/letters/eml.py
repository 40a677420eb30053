"""A letter as an .eml draft: opened in a mail program on a computer it is ready to send, at any length."""

from collections.abc import Sequence
from email.message import EmailMessage
from email.policy import SMTP

from tocsin.letters.plain_text import header_value, one_address

MEDIA_TYPE = "message/rfc822"


def eml_draft(to: str, subject: str, body: str, cc: Sequence[str] = ()) -> bytes:
    """The bytes of the draft. `X-Unsent: 1` makes mail programs open it for editing; who sends it is left open.

    Raises ValueError for line breaks in addresses or subject.
    """
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    message["To"] = one_address("The address", to)
    if cc:
        message["Cc"] = ", ".join(one_address("The copy address", address) for address in cc)
    message["Subject"] = header_value("The subject", subject)
    message.set_content(body, charset="utf-8", cte="quoted-printable" if body.isascii() else "base64")
    return message.as_bytes()
