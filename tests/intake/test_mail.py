"""Mails and mailboxes: headers, bodies, attachments, what is read as plain text, and what is refused."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.intake.making import mail, pdf

from tocsin.intake.errors import Overblown
from tocsin.intake.kinds import MAIL, MBOX, PLAIN, media_type
from tocsin.intake.mail import mail_pieces, mbox_pieces
from tocsin.intake.receive import receive

ENCODED = (
    b"Return-Path: <x@y.example>\nFrom: =?utf-8?q?Nim=C3=A1l?= <nimal@list.example>\n"
    b"Date: Tue, 9 Nov 2010 23:14:03 -0530\nSubject: =?koi8-r?B?89fPwm/ExQ==?=\n now\nMIME-Version: 1.0\n"
    b"Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\n"
    b"Jos=E9 was arr=\nested.\n"
)
BOTH = (
    b"MIME-Version: 1.0\nSubject: Two\nContent-Type: multipart/alternative; boundary=b\n\n"
    b"--b\nContent-Type: text/plain\n\n%s\n"
    b"--b\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
    b"<html><body><p>Ana Ninguna was arrested in Gdynia.</p><p>Write to <a href='mailto:a@b.example'>them</a></p>"
    b"</body></html>\n--b--\n"
)


def test_headers_charset_and_day() -> None:
    received = receive(ENCODED, "a.eml")
    assert (received.media_type, received.published) == (MAIL, "2010-11-09")
    assert received.text.split("\n\n") == [
        "Свобoде now",
        "From: Nimál <nimal@list.example>\nDate: Tue, 9 Nov 2010 23:14:03 -0530",
        "José was arrested.",
    ]


def test_the_plain_version_is_read_unless_it_is_a_stub() -> None:
    plain = b"Ana Ninguna was arrested in Gdynia. Write to them."
    assert receive(BOTH % plain, "a.eml").text == f"Two\n\n{plain.decode()}"
    assert receive(BOTH % b"See HTML.", "a.eml").text == (
        "Two\n\nAna Ninguna was arrested in Gdynia.\n\nWrite to them (a@b.example)"
    )


def test_attachments_follow_under_their_names_and_unread_ones_are_said() -> None:
    received = receive(
        mail("Please réad.".encode(), ("letter.pdf", pdf(["Free Ana"])), ("a.txt", "Привет всем рабочим".encode("cp1251")),
             ("logo.gif", b"GIF89a" + bytes(50)), ("b.pdf", b"%PDF-1.4"), ("c.html", b"<p>page</p>")),
        "a.eml",
    )  # fmt: skip
    assert received.text.split("\n\n")[2:] == [
        "Please réad.", "Attachment: letter.pdf", "Free Ana", "Attachment: a.txt", "Привет всем рабочим",
        "Attachment: c.html", "page",
    ]  # fmt: skip
    assert [note.message for note in received.notes] == [
        "The attachment logo.gif was not read: a GIF picture; save it as PNG and read that.",
        "The attachment b.pdf was not read: a PDF that is damaged or cut short; download or save it again.",
    ]


def test_a_forwarded_mail_is_read_with_its_headers() -> None:
    inner = b"Content-Type: message/rfc822\n\n" + ENCODED
    outer = b"Received: x\nSubject: Fwd\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nSee below.\n--b\n%s\n--b--\n"
    assert receive(outer % inner, "a.eml").text.split("\n\n") == [
        "Fwd", "See below.", "Свобoде now", "From: Nimál <nimal@list.example>\nDate: Tue, 9 Nov 2010 23:14:03 -0530",
        "José was arrested.",
    ]  # fmt: skip


def test_a_mail_inside_a_mail_that_is_attached_is_read_too() -> None:
    received = receive(mail(b"Outer", ("inner.eml", mail(b"Inner", ("x.pdf", pdf(["Free Ana"]))))), "a.eml")
    assert [part for part in received.text.split("\n\n") if ":" not in part] == [
        "Two missing", "Outer", "Two missing", "Inner", "Free Ana",
    ]  # fmt: skip


def test_a_mailbox_holds_the_newest_mail_first() -> None:
    box = b"".join(
        b"From a@b.example Tue Nov  9 21:14:03 2010\nSubject: %s\nDate: %s Nov 2010 08:00:00 +0000\n\nText %s\n>From here\n\n"
        % (day, day, day)
        for day in (b"9", b"11", b"10")
    )
    received = receive(box, "a.mbox")
    assert (received.media_type, received.published) == (MBOX, "2010-11-11")
    assert [line for line in received.text.split("\n") if line.startswith("Text")] == [
        "Text 11",
        "Text 10",
        "Text 9",
    ]


def test_a_page_that_a_browser_saved_has_no_sender() -> None:
    saved = BOTH.replace(
        b"Subject: Two", b"From: <Saved by Blink>\nSnapshot-Content-Location: https://a.example/"
    )
    assert (
        receive(saved % b"", "a.mhtml").text
        == "Ana Ninguna was arrested in Gdynia.\n\nWrite to them (a@b.example)"
    )


@pytest.mark.parametrize(
    "text",
    [
        "From: Nora <nora@list.example>\nTo: all\nDate: Tue, 9 Nov 2010 21:14:03 +0530\nSubject: Strike\n\nPlease write.",
        "From: a@b.example\nMessage-ID: <1@b>\nMIME-Version: 1.0\nContent-Type: text/plain\n\nPlease write.",
        "Subject: Strike\nReceived: this morning by telephone and said here\nby a friend:\n\nPlease write.",
        "From Monday on the workers of 2010\nare on strike: all of them.",
        "Tel: 22 00 00 00\nFax: 23\n\nContent-Type: text/html",
    ],
)
def test_words_that_need_no_decoding_stay_as_they_are(text: str) -> None:
    assert media_type(text.encode()) == PLAIN
    assert receive(text.encode(), "a.txt").text == text


NESTED = b"MIME-Version: 1.0\nReceived: x\n" + b"".join(
    b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (depth, depth) for depth in range(3000)
)
TOO_MUCH = {
    "too many nested parts": NESTED,
    "deeper than anybody forwards": b"Received: x\nMIME-Version: 1.0\n"
    + b"Content-Type: message/rfc822\n\n" * 90,
    "more than 20 attachments": mail(b"x", *[(f"{number}.txt", b"x") for number in range(21)]),
    "more than 200 mails": b"From a@b.example Tue Nov  9 21:14:03 2010\nSubject: x\n\nText\n\n" * 201,
}


@pytest.mark.parametrize("words", TOO_MUCH)
def test_too_much_is_refused(words: str) -> None:
    with pytest.raises(Overblown, match=words):
        receive(TOO_MUCH[words], "a.eml")


LINES = [
    b"From: a", b"Date: Tue, 99 Nov 2010", b"Date: 1 Jan 9999", b"Subject: =?x?Q?=FF?=", b"Subject: =?utf-8?B?a?=",
    b"Content-Type: multipart/mixed; boundary=b", b"Content-Type: multipart/mixed", b"Content-Type: message/rfc822",
    b"Content-Type: text/html; charset=nonsense", b"Content-Type: ;;;", b"Content-Transfer-Encoding: base64",
    b"Content-Transfer-Encoding: uuencode", b"Content-Disposition: attachment; filename*=utf-8''%ff",
    b"Content-Disposition: attachment; filename=\"=?x?B?=\"", b"", b"--b", b"--b--", b"words", b"\xff\xfe", b" \t",
]  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(LINES), max_size=20))
def test_any_lines_make_pieces_or_a_refusal(lines: list[bytes]) -> None:
    data = b"\n".join([b"Received: x", *lines, b"words"])
    assert mail_pieces(data)
    assert mbox_pieces(b"From a@b Tue Nov  9 21:14:03 2010\n" + data)
