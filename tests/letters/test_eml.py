from email import message_from_bytes
from email.policy import default

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.letters.eml import eml_draft

LINE = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), max_size=80)
LETTERS = st.lists(LINE, max_size=12).map("\n".join)


def read(raw: bytes):
    return message_from_bytes(raw, policy=default)


def content(message) -> str:
    """The letter; mail ends its lines with CRLF."""
    return message.get_content().replace("\r\n", "\n")


def test_a_draft_opens_for_editing_and_names_no_sender():
    message = read(eml_draft("embassy@example.org", "Free N. S.", "Dear Sir,\n\nwhere is she?\n"))
    assert message["X-Unsent"] == "1"
    assert message["To"] == "embassy@example.org"
    assert message["Subject"] == "Free N. S."
    assert message["From"] is None
    assert message["Date"] is None
    assert content(message) == "Dear Sir,\n\nwhere is she?\n"


def test_lines_end_as_mail_wants_them():
    raw = eml_draft("a@example.org", "S", "One\nTwo\n")
    assert b"\r\n" in raw
    assert raw.replace(b"\r\n", b"").count(b"\n") == 0


def test_copies():
    message = read(eml_draft("a@example.org", "S", "B\n", cc=("b@example.org", "c@example.org")))
    assert message["Cc"] == "b@example.org, c@example.org"


@pytest.mark.parametrize(
    "letter", ["Қайда ол?", "أين هي؟", "她在哪里？", "Где она?", "कहाँ है वह?", "Πού είναι;"]
)
def test_all_scripts(letter):
    message = read(eml_draft("a@example.org", letter, f"{letter}\n"))
    assert message["Subject"] == letter
    assert content(message) == f"{letter}\n"


@pytest.mark.parametrize("bad", ["S\r\nBcc: x@example.org", "S\nX: 1", "S\rX: 1", "S\x00", "S\u2028X"])
def test_a_subject_cannot_add_headers(bad):
    with pytest.raises(ValueError, match="one line"):
        eml_draft("a@example.org", bad, "B")


@pytest.mark.parametrize(
    "bad", ["a@example.org\nBcc: x@example.org", "a@example.org, b@example.org", "<a@b>", ""]
)
def test_an_address_cannot_add_headers(bad):
    with pytest.raises(ValueError, match="must be"):
        eml_draft(bad, "S", "B")


@given(subject=LINE, body=LETTERS)
def test_subject_and_body_come_back_as_they_went_in(subject, body):
    message = read(eml_draft("a@example.org", subject, body))
    assert set(message.keys()) == {
        "X-Unsent", "To", "Subject", "Content-Type", "Content-Transfer-Encoding", "MIME-Version",
    }  # fmt: skip
    assert " ".join(str(message["Subject"]).split()) == " ".join(subject.split())
    assert content(message).rstrip("\n") == body.rstrip("\n")
