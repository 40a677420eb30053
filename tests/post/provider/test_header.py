"""The header by which a provider names our mail."""

import pytest

from tocsin.post.provider.header import header
from tocsin.post.provider.names import PROVIDERS, ProviderName
from tocsin.post.smtp import SmtpPostOffice

SENDER = "bounces+d7-abcdefghijklmnop@tocsin.example"


@pytest.mark.parametrize("provider", PROVIDERS)
def test_it_holds_the_token_in_one_line(provider: ProviderName) -> None:
    line = header(provider, SENDER)
    assert line.endswith(b"\r\n")
    assert (line.count(b"\n"), line.count(b"d7-abcdefghijklmnop"), len(line) < 200) == (1, 1, True)


def test_a_mail_that_has_no_token_gets_none() -> None:
    assert header("brevo", "letters@tocsin.example") == b""


def test_it_stands_before_the_letter_that_leaves() -> None:
    office = SmtpPostOffice.from_url("smtps://mail.example", provider="postmark")
    sent = office.ready(SENDER, b"Subject: Free her\r\n\r\nNow.\r\n", eight_bit=True)
    assert sent == b"X-PM-Metadata-tocsin: d7-abcdefghijklmnop\r\nSubject: Free her\r\n\r\nNow.\r\n"


def test_without_a_provider_nothing_is_added() -> None:
    office = SmtpPostOffice.from_url("smtps://mail.example")
    assert office.ready(SENDER, b"Subject: x\r\n\r\n", eight_bit=True) == b"Subject: x\r\n\r\n"
