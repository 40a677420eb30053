"""RTF: letters by code page and by number, links, letterheads."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.intake.errors import Empty
from tocsin.intake.receive import receive
from tocsin.intake.rtf import rtf_pieces

FONTS = rb"{\fonttbl{\f0\fswiss\fcharset204 Arial;}}"


def rtf(body: bytes, page: int = 1252) -> bytes:
    return rb"{\rtf1\ansi\ansicpg%d\deff0" % page + body + b"}"


def words(body: bytes, page: int = 1252) -> str:
    return receive(rtf(body, page), "a.rtf").text


@pytest.mark.parametrize(
    ("page", "text"), [(1251, "Привет"), (1250, "Zażółć"), (1252, "José"), (1254, "İşçi")]
)
def test_letters_by_code_page(page: int, text: str) -> None:
    escaped = "".join(f"\\'{byte:02x}" for byte in text.encode(f"cp{page}"))
    assert words(escaped.encode() + rb"\par", page) == text
    assert words(text.encode(f"cp{page}") + rb"\par", page) == text


def test_letters_by_number_and_by_font() -> None:
    assert words(FONTS + rb"\f0 \'cf\'f0\'e8 \u1084?\u1080?\u1088?\par ") == "При мир"


def test_headers_footnotes_and_links_are_kept_and_pictures_are_not() -> None:
    body = (
        rb"{\header Harbour Union\par}Ana was arrested.\par "
        rb'{\field{\*\fldinst{HYPERLINK "mailto:a@b.example"}}{\fldrslt the office}}, '
        rb'{\field{\*\fldinst{HYPERLINK "mailto:c@d.example"}}{\fldrslt c@d.example}}\par '
        rb"{\pict\pngblip " + b"89504e47" * 400 + rb"}The end{\footnote Said on Monday}\par"
    )  # fmt: skip
    assert " ".join(words(body).split()) == (
        "Harbour Union Ana was arrested. the office (a@b.example), c@d.example The end Said on Monday"
    )


def test_no_words() -> None:
    with pytest.raises(Empty, match="without words"):
        words(b"")


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from([
    b"{", b"}", b"\\par", b"\\'e9", b"\\u1084?", b"\\u-70000?", b"\\bin99", b"\\pict", b"\\field", b"{\\*\\fldinst",
    b"HYPERLINK \"", b"\\fonttbl", b"\\f0\\fcharset204 ", b" x", b"\\", b"\n", b"\xff", b"\\ucr1", b"\\uc-1",
]), max_size=25))  # fmt: skip
def test_whatever_is_written_becomes_text_or_a_refusal(pieces: list[bytes]) -> None:
    """Other errors than these are made a sentence by the child."""
    try:
        found = rtf_pieces(rtf(b"".join(pieces)))
    except (Empty, ValueError, IndexError, KeyError):
        return
    assert len(found) == 1
