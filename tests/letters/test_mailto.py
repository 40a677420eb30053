import re
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.letters.mailto import LIMIT, mailto_link

BREAK = re.compile("\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")
TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=300)
LINE = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), max_size=100)


def test_a_letter_in_a_link():
    link = mailto_link("embassy@example.org", (), "Free N. S.", "Dear Sir,\n\nwhere is she?\n")
    assert link.href == (
        "mailto:embassy@example.org?subject=Free%20N.%20S.&body=Dear%20Sir%2C%0D%0A%0D%0Awhere%20is%20she%3F"
    )
    assert link.length == len(link.href)
    assert link.fits


def test_an_empty_subject_is_left_out():
    assert mailto_link("a@example.org", (), "", "Hello").href == "mailto:a@example.org?body=Hello"
    assert mailto_link("a@example.org", (), "", "").href == "mailto:a@example.org"


def test_a_copy_address():
    link = mailto_link("a+b@example.org", ("c&d@example.org",), "S", "")
    assert link.href == "mailto:a+b@example.org?cc=c%26d@example.org&subject=S"


@pytest.mark.parametrize(
    ("to", "cc", "subject"),
    [
        ("a@example.org\r\nBcc: x@example.org", (), "S"),
        ("a@example.org,b@example.org", (), "S"),
        ("a@example.org?bcc=x", ("b@example.org", "c@example.org"), "S"),
        ("a@example.org", (), "S\nBcc: x@example.org"),
        ("", (), "S"),
        ("not an address", (), "S"),
    ],
)
def test_what_could_add_headers_or_addresses_is_refused(to, cc, subject):
    with pytest.raises(ValueError, match=r"must be|takes one"):
        mailto_link(to, cc, subject, "")


def test_a_question_mark_in_an_address_stays_in_the_address():
    href = mailto_link("a?bcc=x@example.org", (), "", "").href
    assert href == "mailto:a%3Fbcc%3Dx@example.org"


@pytest.mark.parametrize(("body", "fits"), [("a" * 1_900, True), ("a" * 2_000, False), ("ж" * 400, False)])
def test_long_letters_do_not_fit(body, fits):
    link = mailto_link("a@example.org", (), "", body)
    assert link.fits is fits
    assert link.fits is (link.length <= LIMIT)


@given(subject=LINE, body=TEXT)
def test_subject_and_body_come_back_as_they_went_in(subject, body):
    href = mailto_link("office@example.org", (), subject, body).href
    assert href.isascii()
    assert not set(href) & set(" \r\n\"'<>,;#")
    parts = urlsplit(href)
    assert unquote(parts.path) == "office@example.org"
    fields = parse_qs(parts.query, keep_blank_values=True)
    assert set(fields) <= {"subject", "body"}
    assert fields.get("subject", [""])[0] == subject.strip()
    assert fields.get("body", [""])[0] == BREAK.sub("\r\n", body.rstrip())


@given(body=TEXT)
def test_every_line_break_travels_as_crlf(body):
    encoded = mailto_link("a@example.org", (), "", body).href
    assert encoded.count("%0D") == encoded.count("%0A") == encoded.count("%0D%0A")
