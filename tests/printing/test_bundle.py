"""The bundle as a lawyer opens it: its pages are real ones, set by typst."""

from dataclasses import replace

import pypdfium2
import pytest
from tests.formats.invented_case import QUOTES, case_file, exhibit, lawyer, said

from tocsin.cases.exchange.bundle_words import bundle_words
from tocsin.printing.bundle import bundle, bundle_data
from tocsin.printing.fonts import missing_letters
from tocsin.printing.sheet import CannotPrint, set_sheet
from tocsin.terms.case_file import CaseFile

ORDER = (
    "Summary", "The persons concerned", "Who is said to be responsible", "What happened", "What is said, and by whom",
    "Steps taken at home", "Attempts to get an answer", "What is asked for", "Exhibits",
)  # fmt: skip


def pages(pdf: bytes) -> list[str]:
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)]


def many_scripts() -> CaseFile:
    claims = tuple(
        said(100 + n, "status", "held", quote=quote, quote_language=language)
        for n, (language, quote) in enumerate(QUOTES.items())
    )
    return case_file(people=(replace(lawyer(), said=claims, wordings=()),))


def test_the_parts_stand_in_the_order_that_is_asked_for() -> None:
    sheet = bundle(case_file(), bundle_words())
    cover, *inside = pages(sheet.pdf)
    assert "Dockers of Riga" in cover
    places = [" ".join("\n".join(inside).split()).index(f"{n} {part}") for n, part in enumerate(ORDER, 1)]
    assert places == sorted(places)
    assert all("CONFIDENTIAL" in page for page in inside)


def test_quotations_print_in_their_own_scripts() -> None:
    sheet = bundle(many_scripts(), bundle_words())
    assert sheet.missing == ""
    text = " ".join(" ".join(pages(sheet.pdf)).split())
    for language in ("en", "ru", "kk", "zh"):
        assert QUOTES[language] in text


def test_the_same_case_on_the_same_day_gives_the_same_bytes() -> None:
    assert bundle(many_scripts(), bundle_words()).pdf == bundle(many_scripts(), bundle_words()).pdf


def test_letters_without_a_font_are_told_on_the_cover() -> None:
    sheet = bundle(case_file(assessment="ᚠᚢᚦ"), bundle_words())
    assert sheet.missing == "ᚠᚢᚦ" == missing_letters("aᚢᚦᚠ\u200b\n")
    assert "U+16A0 U+16A2 U+16A6" in " ".join(pages(sheet.pdf)[0].split())


def test_a_public_bundle_tells_nothing_of_what_was_tried() -> None:
    public = case_file(
        is_public=True, inquiries=(), remedies=(), deadlines=(), exhibits=(exhibit(1, sha256="", file=""),)
    )
    text = "\n".join(pages(bundle(public, bundle_words()).pdf))
    assert "CONFIDENTIAL" not in text
    assert "Attempts to get an answer" not in text


def test_claims_are_numbered_through_and_cited_by_number() -> None:
    data = bundle_data(case_file(), bundle_words())
    numbers = [s["number"] for part in ("people", "incidents") for o in data[part] for s in o["said"]]
    assert numbers == list(range(1, len(numbers) + 1))
    assert data["people"][0]["wordings"][0]["cites"] == [2, 4]


def test_a_sheet_that_takes_too_long_is_given_up_and_one_that_is_wrong_says_why() -> None:
    with pytest.raises(CannotPrint, match="longer than 0 seconds"):
        set_sheet("bundle", {}, "2026-11-22", seconds=0.001)
    with pytest.raises(CannotPrint, match="words"):
        set_sheet("bundle", {}, "2026-11-22")
