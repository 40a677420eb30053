"""A picture to go before a link: our own letters in every script, and what cannot be drawn is left out."""

from dataclasses import replace

import pytest

from tocsin.printing import picture as drawing
from tocsin.printing.picture import Picture, draw_picture

AKTAU = Picture(
    language="en",
    kicker="Kazakhstan",
    title="Free Natalia Sokolova",
    title_language="en",
    call="Write a letter",
    organisation="Solidarity with Kazakhstan",
    host="tocsin.example",
)


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("ar", "الحرية لناتاليا"),
        ("kk", "Наталья Соколоваға бостандық"),
        ("zh", "释放娜塔莉亚"),
        ("hi", "नतालिया को रिहा करो"),
    ],
)
def test_every_script_is_drawn_and_no_letter_is_missing(language: str, title: str) -> None:
    drawn = draw_picture(replace(AKTAU, title=title, title_language=language))
    assert drawn.missing == ""
    assert drawn.png != draw_picture(replace(AKTAU, title="")).png


def test_a_title_without_a_font_is_left_out_and_not_drawn_as_boxes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawing, "missing_letters", lambda words: words if "Sokolova" in words else "")
    assert draw_picture(AKTAU).png == draw_picture(replace(AKTAU, title="")).png


def test_the_longest_title_fits_one_picture() -> None:
    assert draw_picture(replace(AKTAU, title="Release the oil workers " * 8)).png.startswith(b"\x89PNG")


def test_the_same_words_give_the_same_bytes() -> None:
    assert draw_picture(AKTAU).png == draw_picture(AKTAU).png
