"""A letter made from bytes says exactly what the same letter made by Python's email package says."""

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.utils import parseaddr

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml.html import fromstring

from tocsin.post.header_words import HeaderRefused
from tocsin.post.letter_template import Envelope, LetterTemplate

AT = datetime(2011, 6, 16, 12, 30, tzinfo=UTC)
ENVELOPE = Envelope(to="office@example.org", message_id="<1@tocsin.example>", date=AT)
# What people type: every script, quotes, commas, angle brackets, long words; no control characters.
WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=120)
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=3000)

ANYTHING = st.one_of(
    st.text(max_size=60),
    st.builds(
        "".join,
        st.lists(
            st.sampled_from(
                ["\r\n", "\n", "\r", "Bcc: all@x.org", "a", '"', "<", ",", "=?utf-8?q?=0A?=", " "]
            )
        ),
    ),
)
HEADERS = [
    "From",
    "To",
    "Subject",
    "Date",
    "Message-ID",
    "MIME-Version",
    "Content-Type",
    "Content-Transfer-Encoding",
]


def parse(message: bytes) -> EmailMessage:
    parsed = message_from_bytes(message, policy=policy.default)
    assert isinstance(parsed, EmailMessage)
    return parsed


def letter(text: str = "Dear Minister,\n{body}\n{name}", subject: str = "Free {who}") -> LetterTemplate:
    return LetterTemplate.compile(
        from_address="post@tocsin.example", subject=subject, text=text, language="en"
    )


def test_the_whole_letter_in_bytes() -> None:
    envelope = Envelope(
        to="office@example.org",
        message_id="<1@tocsin.example>",
        date=AT,
        to_name="Embassy",
        from_name="Kari Nordmann via Tocsin",
        reply_to="kari@example.no",
    )
    values = {"who": "N. S.", "body": "Hør på oss.", "name": "Kari"}
    assert letter().fill(envelope, values) == (
        b"From: Kari Nordmann via Tocsin <post@tocsin.example>\r\n"
        b"To: Embassy <office@example.org>\r\n"
        b"Reply-To: kari@example.no\r\n"
        b"Subject: Free N. S.\r\n"
        b"Date: Thu, 16 Jun 2011 12:30:00 +0000\r\n"
        b"Message-ID: <1@tocsin.example>\r\n"
        b"MIME-Version: 1.0\r\n"
        b"Content-Language: en\r\n"
        b"Content-Type: text/plain; charset=utf-8\r\n"
        b"Content-Transfer-Encoding: quoted-printable\r\n"
        b"\r\n"
        b"Dear Minister,\r\nH=C3=B8r p=C3=A5 oss.\r\nKari\r\n"
    )


@settings(max_examples=60)
@given(name=WORDS, subject=WORDS)
def test_names_and_subjects_arrive_as_python_would_send_them(name: str, subject: str) -> None:
    template = LetterTemplate.compile(from_address="post@tocsin.example", subject="{s}", text="")
    envelope = Envelope("office@example.org", "<1@tocsin.example>", AT, from_name=name)
    ours = template.fill(envelope, {"s": subject})
    theirs = EmailMessage(policy=policy.SMTP)
    theirs["Subject"] = subject.strip()
    assert parse(ours)["Subject"] == parse(bytes(theirs))["Subject"] == subject.strip()
    assert sender(ours) == (name.strip(), "post@tocsin.example")
    assert max(len(line) for line in ours.split(b"\r\n")) <= 78


def sender(message: bytes) -> tuple[str, str]:
    """By the older parser: the newer one of Python 3.11 puts spaces between the encoded words of a name."""
    name, address = parseaddr(message_from_bytes(message)["From"])
    return str(make_header(decode_header(name))), address


@given(text=TEXT)
def test_a_text_arrives_as_it_was_written(text: str) -> None:
    """Line ends become one kind, control characters go; nothing else changes, however long a line is."""
    message = letter("{body}", subject="s").fill(ENVELOPE, {"body": text})
    unified = text.replace("\r\n", "\n")
    for line_break in "\r\u2028\u2029\x85":
        unified = unified.replace(line_break, "\n")
    kept = "".join(c for c in unified if c in "\n\t" or not (c < " " or c == "\x7f"))
    assert parse(message).get_content() == kept.replace("\n", "\r\n") + "\r\n"
    assert max(len(line) for line in message.split(b"\r\n")) <= 78
    assert message.isascii()
    assert b"\n" not in message.replace(b"\r\n", b"")


@pytest.mark.parametrize("broken", ["a\nBcc: all@example.org", "a\rb", "a\x00b", "a\u2028b", "a\x85b"])
def test_a_line_break_in_a_header_is_refused(broken: str) -> None:
    values = {"who": "x", "body": "x", "name": "x"}
    for field in ("to", "to_name", "from_name", "reply_to", "message_id"):
        envelope = Envelope(
            **{"to": "o@example.org", "message_id": "<1@t.example>", "date": AT, field: broken}
        )
        with pytest.raises(HeaderRefused):
            letter().fill(envelope, values)
    with pytest.raises(HeaderRefused):
        letter().fill(ENVELOPE, {**values, "who": broken})
    with pytest.raises(HeaderRefused):
        LetterTemplate.compile(from_address="p@t.example", subject="s", text="", headers={"List-Id": broken})


@pytest.mark.parametrize(
    "address",
    ["", "office", "@example.org", "office@", "a b@example.org", "a,b@example.org", "a@b@c d", "<a@b.org>"],
)
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(HeaderRefused, match="not an address"):
        letter("", "s").fill(Envelope(to=address, message_id="<1@t.example>", date=AT))


def test_a_domain_in_another_script_travels_in_ascii() -> None:
    message = letter("", "s").fill(Envelope(to="info@посольство.рф", message_id="<1@t.example>", date=AT))
    assert parse(message)["To"] == "info@xn--b1ariacbpcj2h.xn--p1ai"


def test_braces_in_what_people_write_are_words_and_not_gaps() -> None:
    message = letter("{body}", "s").fill(ENVELOPE, {"body": "{name} {body}"})
    assert parse(message).get_content() == "{name} {body}\r\n"


def test_a_gap_without_a_value_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        letter("{body}", "s").fill(ENVELOPE, {})


@given(text=TEXT)
def test_beside_the_text_stand_the_same_words_as_html(text: str) -> None:
    template = LetterTemplate.compile(
        from_address="post@tocsin.example", subject="s", text="{body}", language="ar", with_html=True
    )
    message = template.fill(ENVELOPE, {"body": text})
    plain, html = (str(part.get_content()) for part in parse(message).iter_parts())
    page = fromstring(html)
    assert "".join(page.text_content().split()) == "".join(plain.split())
    assert {element.tag for element in page.iter()} <= {"html", "head", "meta", "title", "body", "p", "br"}
    assert (page.get("lang"), page.get("dir")) == ("ar", "rtl")
    assert max(len(line) for line in message.split(b"\r\n")) <= 78


@settings(max_examples=60)
@given(name=ANYTHING, subject=ANYTHING)
def test_nothing_that_people_type_becomes_a_header(name: str, subject: str) -> None:
    """Refused, or in its own place: the headers are the same ones whatever was typed."""
    template = LetterTemplate.compile(
        from_address="post@tocsin.example", subject="{s}", text="Dear Minister,"
    )
    with suppress(HeaderRefused):
        message = parse(template.fill(replace(ENVELOPE, from_name=name), {"s": subject}))
        assert message.keys() == HEADERS
        assert [address.addr_spec for address in message["From"].addresses] == ["post@tocsin.example"]
        assert message.get_content() == "Dear Minister,\r\n"
