"""PDFs: pages in order, paragraphs apart, hyphens kept, and the ones that cannot be read."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.intake.making import many_objects, pdf

from tocsin.intake.errors import Damaged, Overblown, TooLarge, Unreadable
from tocsin.intake.extracted import Extracted, PictureOfPage
from tocsin.intake.pdf import pdf_pieces
from tocsin.intake.receive import receive

LETTER = [
    "URGENT ACTION", "", "Ana Ninguna was arres-", "ted in Gdynia on 3 May 2014. She is held in a pri-", "son.", "",
    "Write to: office@embassy.example", "Tel: +47 22 00 00 00",
]  # fmt: skip


def test_pages_paragraphs_and_hyphens() -> None:
    received = receive(pdf(LETTER, ["The second page (of two)"]), "a.pdf")
    assert received.media_type == "application/pdf"
    assert received.text.split("\n\n") == [
        "URGENT ACTION",
        "Ana Ninguna was arres-\nted in Gdynia on 3 May 2014. She is held in a pri-\nson.",
        "Write to: office@embassy.example\nTel: +47 22 00 00 00",
        "The second page (of two)",
    ]


def test_a_page_of_a_drawing_is_left_to_scans_and_an_empty_one_is_empty() -> None:
    assert pdf_pieces(pdf(["words"], ["<drawing>"], [])) == [
        Extracted("words"),
        PictureOfPage(1),
        Extracted(""),
    ]


def test_a_pdf_without_anything_is_said() -> None:
    with pytest.raises(Unreadable, match="no words in this file"):
        receive(pdf([]), "a.pdf")


REFUSED = [
    (b"%PDF-1.7\n", Damaged, "damaged or cut short"),
    (pdf(LETTER)[:200], Damaged, "damaged or cut short"),
    (pdf(*[["page"]] * 201), TooLarge, "201 pages, more than 200"),
    (many_objects(150_000), Damaged, "damaged or cut short"),
]


@pytest.mark.parametrize(("data", "error", "words"), REFUSED, ids=[words for _, _, words in REFUSED])
def test_is_refused(data: bytes, error: type[Unreadable], words: str) -> None:
    with pytest.raises(error, match=words):
        receive(data, "a.pdf")


def test_a_pdf_under_a_password_is_said() -> None:
    locked = pdf(LETTER).replace(
        b"trailer << ",
        b"trailer << /ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + b"41" * 32 + b"> /U <"
        + b"42" * 32 + b"> >> ",
    )  # fmt: skip
    with pytest.raises(Unreadable, match="only with a password"):
        receive(locked, "a.pdf")


def test_a_pdf_that_counts_wrongly_is_read_as_it_is() -> None:
    assert receive(pdf(["one"], pages_said=10**8), "a.pdf").text == "one"


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.text(st.characters(codec="cp1252", categories=("L", "N", "P")), min_size=1, max_size=30),
        max_size=6,
    )
)
def test_every_word_comes_back(words: list[str]) -> None:
    text = "\n".join(piece.text for piece in pdf_pieces(pdf(words or ["x"])) if isinstance(piece, Extracted))
    assert len(text.replace("\n", "")) >= sum(len(word) for word in words) * 0.9


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_mutated_pdf_is_read_or_refused(data: st.DataObject) -> None:
    good = pdf(LETTER, ["two"])
    at = data.draw(st.integers(0, len(good) - 1))
    cut = data.draw(st.binary(max_size=8))
    mutated = good[:at] + cut + good[at + data.draw(st.integers(0, 20)) :]
    try:
        pieces = pdf_pieces(mutated)
    except (Damaged, TooLarge, Overblown, Unreadable):
        return
    assert all(isinstance(piece, Extracted | PictureOfPage) for piece in pieces)
