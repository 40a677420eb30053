"""Mails to the address for answers: whatever comes, it is read or left, and nothing falls over."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.followup.answered import answer
from tests.followup.hostile import hostile
from tocsin.followup.replies.html_words import html_words
from tocsin.followup.replies.read_mail import LONGEST_TEXT, ReadMail, read_mail


def test_the_plain_words_go_before_the_same_in_html() -> None:
    mail = answer("r@a.example", "Уважаемая,\nнет.", subject="Ответ")
    mail.add_alternative("<p>Other</p>", subtype="html")
    read = read_mail(mail.as_bytes())
    assert (read.subject, read.text, read.files) == ("Ответ", "Уважаемая,\nнет.", ())


def test_html_alone_is_read_by_its_words() -> None:
    mail = answer("r@a.example")
    mail.set_content(
        "<style>p{}</style><p>No.</p><script>alert(1)</script><div>Never&nbsp;again</div>", subtype="html"
    )
    assert read_mail(mail.as_bytes()).text == "No.\n\nNever again"


def test_too_many_words_are_cut_and_that_is_said() -> None:
    read = read_mail(answer("r@a.example", "no " * LONGEST_TEXT).as_bytes())
    assert (len(read.text), read.is_text_cut) == (LONGEST_TEXT, True)


@pytest.mark.parametrize(
    "data", [b"", b"\x00\xff", b"Content-Type: multipart/mixed\n\n--", b"Subject: =?x?b?!?=\n\n"]
)
def test_nonsense_is_read_as_little(data: bytes) -> None:
    assert read_mail(data).files == ()


@pytest.mark.parametrize(("what", "mail"), hostile("r@a.example").items())
def test_of_a_hostile_mail_the_head_is_read(what: str, mail: bytes) -> None:
    read = read_mail(mail)
    assert (read.sender, read.to) == ("a@b.example", "r@a.example")
    assert read.is_read == (what != "parts within parts")


@given(st.binary(max_size=400), st.booleans())
def test_no_bytes_make_it_fall_over(data: bytes, is_cut: bool) -> None:
    head = b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"
    for whole in (data, head + data):
        assert isinstance(read_mail(whole, is_cut), ReadMail)


@given(st.text(max_size=200))
def test_no_markup_makes_it_fall_over(markup: str) -> None:
    assert "<p>" not in html_words(f"<p>{markup}")


@given(st.sampled_from(["text/html", "text/plain"]), st.sampled_from(["utf-8", "utf-7", "utf-16"]), st.text())
def test_what_is_read_is_stored_by_every_database(kind: str, charset: str, words: str) -> None:
    head = f"Content-Type: {kind}; charset={charset}\r\n\r\n".encode()
    read = read_mail(head + words.encode(charset, "surrogatepass"))
    assert "\0" not in read.text
    assert read.text.encode().decode() == read.text
