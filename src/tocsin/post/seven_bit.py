"""For the rare server that takes no 8-bit text."""

from email import message_from_bytes, policy
from email.charset import QP, Charset
from typing import cast


def seven_bit(message: bytes) -> bytes:
    """The same plain-text message with its body as quoted-printable; unchanged where it is ASCII already."""
    if message.isascii():
        return message
    parsed = message_from_bytes(message, policy=policy.SMTP)
    text = cast(bytes, parsed.get_payload(decode=True))
    charset = Charset(parsed.get_content_charset("utf-8"))
    charset.body_encoding = QP
    del parsed["Content-Transfer-Encoding"]
    parsed.set_payload(text.decode(charset.input_charset or "utf-8"), charset)
    return parsed.as_bytes()
