"""A poster: one page, whatever it says, and a code that a telephone reads as the address."""

from dataclasses import replace

import pypdfium2
import pytest
import segno
from tests.printing.in_print import pages

from tocsin.printing.poster import Poster, print_poster

OSLO = Poster(
    language="en",
    title="Picket: Embassy of Kazakhstan in London",
    cause="Free Natalia Sokolova",
    day="8 June 2095",
    hours="17:00–18:30",
    place="Embassy of Kazakhstan in London, London",
    facts=(("Bring", "A lamp"), ("Access", "")),
    address="https://tocsin.example/g/abc2345",
    organiser="Solidarity with Kazakhstan",
)
MILLIMETRE = 72 / 25.4
SIDE, MARGIN = 42 * MILLIMETRE, 20 * MILLIMETRE
ZOOM = 4


def dark_squares(pdf: bytes) -> list[list[int]]:
    """The code as it is seen on the sheet, square for square: it stands in the lower left corner."""
    rows = len(segno.make(OSLO.address, error="m").matrix)
    picture = pypdfium2.PdfDocument(pdf)[0].render(scale=ZOOM, grayscale=True)
    each, margin = SIDE * ZOOM / rows, MARGIN * ZOOM
    top = picture.height - margin - SIDE * ZOOM
    centres = [(n + 0.5) * each for n in range(rows)]
    return [
        [int(picture.buffer[round(top + y) * picture.stride + round(margin + x)] < 128) for x in centres]
        for y in centres
    ]


def test_its_code_is_the_address_and_its_words_are_all_there() -> None:
    pdf = print_poster(OSLO, "2095-05-01").pdf
    (words,) = pages(pdf)
    for said in (OSLO.title, OSLO.cause, OSLO.day, OSLO.hours, "Bring A lamp", "tocsin.example/g/abc2345"):
        assert said in words
    assert "Access" not in words
    assert dark_squares(pdf) == [
        [int(dark) for dark in row] for row in segno.make(OSLO.address, error="m").matrix
    ]


@pytest.mark.parametrize(
    "changed",
    [
        {"language": "ar", "title": "اعتصام في أوسلو", "cause": "الحرية", "place": "أوسلو"},
        {"title": "Pressekonferenz: Generalkonsulat der Republik Kasachstan in Frankfurt am Main", "place": "Grüneburgweg " * 15},
        {"facts": (("Bring", "word " * 60), ("Access", "word " * 60), ("Languages", "word " * 24)), "cause": "word " * 40},
    ],
)  # fmt: skip
def test_it_stays_on_one_page(changed: dict[str, object]) -> None:
    printed = print_poster(replace(OSLO, **changed), "2095-05-01")
    assert (len(pages(printed.pdf)), printed.missing) == (1, "")
