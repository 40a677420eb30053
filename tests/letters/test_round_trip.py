"""Whatever its script, a letter of 1,500 characters reaches the other end whole: by link, by draft, by a real server."""

import smtplib
from email import message_from_bytes, policy
from email.message import EmailMessage
from urllib.parse import unquote

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import Envelope

from tests.delivery.mail_server import free_port
from tocsin.letters.eml import eml_draft
from tocsin.letters.mailto import mailto_link
from tocsin.letters.webmail import PROVIDERS, compose_link

from .long_letters import long_letter, subject

LANGUAGES = ["ru", "ar", "zh"]


def fields(href: str) -> dict[str, str]:
    """As RFC 6068 reads a link: parted by '&' and the first '=', percent-decoded as UTF-8, a plus sign a plus sign."""
    pairs = (part.split("=", 1) for part in href.partition("?")[2].split("&"))
    return {unquote(name): unquote(value, errors="strict") for name, value in pairs}


def as_travelled(text: str) -> str:
    return text.rstrip().replace("\n", "\r\n")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_link_holds_the_whole_letter_even_where_few_programs_take_it(language: str) -> None:
    body = long_letter(language)
    link = mailto_link("office@example.org", ("copy@example.org",), subject(language), body)
    assert fields(link.href) == {
        "cc": "copy@example.org", "subject": subject(language), "body": as_travelled(body),
    }  # fmt: skip
    assert link.href.startswith("mailto:office@example.org?cc=copy@example.org&subject=")
    assert not link.fits


@pytest.mark.parametrize("provider", PROVIDERS, ids=lambda p: p.name)
@pytest.mark.parametrize("language", LANGUAGES)
def test_so_does_the_link_to_a_webmail(language: str, provider: object) -> None:
    body = long_letter(language)
    found = fields(compose_link(provider, "office@example.org", (), subject(language), body))
    assert found["to"] == "office@example.org"
    assert found[provider.subject] == subject(language)
    assert found["body"] == as_travelled(body)


class Other:
    """The other end."""

    def __init__(self) -> None:
        self.received: list[EmailMessage] = []

    async def handle_DATA(self, server: object, session: object, envelope: Envelope) -> str:
        self.received.append(message_from_bytes(envelope.content, policy=policy.default))
        return "250 taken"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_draft_goes_through_a_real_server_and_arrives_whole(language: str) -> None:
    """Opened as a mail program opens it, given a sender, and sent."""
    body = long_letter(language)
    draft = message_from_bytes(eml_draft("office@example.org", subject(language), body), policy=policy.SMTP)
    assert draft["X-Unsent"] == "1"
    del draft["X-Unsent"]
    draft["From"] = "sam@supporters.example"
    other = Other()
    server = Controller(other, hostname="127.0.0.1", port=free_port())
    server.start()
    try:
        with smtplib.SMTP("127.0.0.1", server.port) as connection:
            connection.send_message(draft)
    finally:
        server.stop()
    (arrived,) = other.received
    assert arrived["Subject"] == subject(language)
    assert arrived["To"] == "office@example.org"
    assert arrived.get_content().replace("\r\n", "\n") == body
