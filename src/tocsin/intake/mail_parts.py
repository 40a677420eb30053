"""The parts of a mail."""

from collections.abc import Iterator
from email.message import Message


def leaves(mail: "Message[str, str]") -> Iterator["Message[str, str]"]:
    """Parts that hold no parts, in order; a mail inside a mail is one."""
    payload = mail.get_payload()
    if mail.get_content_type() == "message/rfc822" or not isinstance(payload, list):
        yield mail
        return
    for part in payload:
        if isinstance(part, Message):
            yield from leaves(part)


def is_file(part: "Message[str, str]") -> bool:
    return part.get_content_disposition() == "attachment" or bool(part.get_filename())
