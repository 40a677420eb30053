"""Letters as they come out of the printer, in four scripts."""

from collections import Counter
from dataclasses import replace

import pytest
from tests.printing.in_print import pages, place_of

from tocsin.printing.envelopes import DIN_5008_B, US_10, Envelope
from tocsin.printing.letter import Contents, FaxCover, LetterSheet, print_letters

ADDRESS = (
    "H.E. the Ambassador",
    "Embassy of X in London",
    "1 High Street",
    "London SW1A 1AA",
    "UNITED KINGDOM",
)
LETTERS = {
    "en": ("Free the lawyer", "Your Excellency,", "I ask you to release the lawyer at once."),
    "ru": ("Свободу адвокату", "Господин посол,", "Прошу немедленно освободить адвоката."),
    "ar": ("الحرية للمحامية", "سعادة السفير،", "أطلب منكم الإفراج فورا عن المحامية."),
    "zh": ("释放律师", "尊敬的大使阁下：", "我请求您立即释放这位律师。"),
}
DAY = "2026-11-22"


def sheet(language: str = "en", **changed: object) -> LetterSheet:
    subject, *paragraphs = LETTERS[language]
    plain = LetterSheet(language, ADDRESS, "22 November 2026", subject, tuple(paragraphs))
    return replace(plain, **changed)


def printed(*sheets: LetterSheet, envelope: Envelope = DIN_5008_B, contents: Contents | None = None) -> bytes:
    made = print_letters(sheets, envelope, DAY, "Letters", contents)
    assert made.missing == ""
    return made.pdf


@pytest.mark.parametrize("language", ["en", "ru", "zh"])
def test_every_word_of_the_letter_is_on_the_page(language: str) -> None:
    (page,) = pages(printed(sheet(language)))
    for words in (*LETTERS[language], *ADDRESS):
        assert words.replace("：", ":") in page


def test_every_letter_of_an_arabic_one_is_on_the_page_from_right_to_left() -> None:
    """A letter of this font may be drawn in two pieces, each of which tells its letter: they are counted."""
    pdf = printed(sheet("ar"))
    asked = Counter("".join(LETTERS["ar"]).replace(" ", ""))
    found = Counter(pages(pdf)[0])
    assert {letter: n for letter, n in asked.items() if found[letter] < n} == {}
    left, _, right, _ = place_of(printed(sheet("ar", subject="ابجد هوز", paragraphs=("ا",))), "ا")
    assert 185 < right <= 190.5
    assert left > 180


@pytest.mark.parametrize("envelope", [DIN_5008_B, US_10], ids=lambda e: e.code)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_address_stands_in_the_window(envelope: Envelope, language: str) -> None:
    long = ("Permanent Mission of the Republic of X to the United Nations Office in Geneva", *ADDRESS)
    for address in (ADDRESS, long, ("The Ambassador’s own hand", *long)):
        pdf = printed(sheet(language, address=address), envelope=envelope)
        for word in (address[-5].split()[-1], "UNITED", "KINGDOM"):
            left, top, right, bottom = place_of(pdf, word)
            assert envelope.x <= left + 0.1
            assert right <= envelope.x + envelope.width + 0.1
            assert envelope.y - 0.3 <= top
            assert bottom <= envelope.y + envelope.height + 0.3


def test_nothing_else_stands_in_the_window() -> None:
    pdf = printed(sheet("ar", date="22 November 2026"))
    assert place_of(pdf, "November")[1] > DIN_5008_B.y + DIN_5008_B.height


def test_the_sender_stands_over_the_address_and_the_name_below_the_letter() -> None:
    (page,) = pages(printed(sheet(sender=("Sam Support", "1 Road", "Oslo"), name="Sam Support")))
    assert "Sam Support · 1 Road · Oslo" in page
    assert page.endswith("at once. Sam Support")
    (american,) = pages(printed(sheet(sender=("Sam Support", "1 Road")), envelope=US_10))
    assert "·" not in american
    assert american.startswith("Sam Support 1 Road")


def test_without_a_sender_nobody_is_named() -> None:
    (page,) = pages(printed(sheet(has_pen=False)))
    assert page == " ".join([*ADDRESS, "22 November 2026", *LETTERS["en"]])


def test_a_fax_has_a_cover_that_counts_its_pages() -> None:
    cover = FaxCover("Fax", (("To", "Embassy of X"), ("Fax number", "+4420")), "Pages")
    first, *others = pages(printed(sheet(fax=cover, paragraphs=("A long sentence. " * 40,) * 12)))
    assert first == f"Fax To Embassy of X Fax number +4420 Pages {1 + len(others)} 1 / {1 + len(others)}"
    assert len(others) >= 2
    assert others[-1].endswith(f"{1 + len(others)} / {1 + len(others)}")


def test_many_letters_are_one_file_whose_contents_lead_to_their_pages() -> None:
    long = sheet(paragraphs=("A long sentence. " * 40,) * 8)
    rows = tuple((f"Office {n}", "today") for n in range(3))
    contents = Contents("en", "Letters to be posted", "Free the lawyer", ("To", "Written", "Page"), rows)
    first, *others = pages(printed(sheet(), long, sheet("ru"), contents=contents))
    assert first.startswith("Letters to be posted Free the lawyer To Written Page")
    for line in ("1 Office 0 today 2", "2 Office 1 today 3", "3 Office 2 today 5"):
        assert line in first
    assert len(others) == 4
    assert LETTERS["ru"][0] in others[-1]


def test_letters_without_a_font_are_told() -> None:
    assert print_letters([sheet(subject="ᚠᚢᚦ")], DIN_5008_B, DAY, "Letters").missing == "ᚠᚢᚦ"


def test_what_looks_like_markup_is_printed_as_it_is() -> None:
    words = '#panic("x") *bold* = heading $x$ <label> @ref \\ `raw`'
    (page,) = pages(printed(sheet(subject=words)))
    assert words in page


def test_the_same_letter_on_the_same_day_gives_the_same_bytes() -> None:
    assert printed(sheet("ar"), sheet("zh")) == printed(sheet("ar"), sheet("zh"))
