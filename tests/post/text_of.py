"""The plain text of a mail, whether or not it stands beside HTML."""

from email.message import EmailMessage


def text_of(mail: EmailMessage) -> str:
    part = mail.get_body(("plain",))
    assert isinstance(part, EmailMessage)
    text: str = part.get_content()
    return text
