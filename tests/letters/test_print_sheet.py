from tocsin.letters.compose import Addressee, Letter
from tocsin.letters.print_sheet import fax_sheet, pages_of, print_sheet

LETTER = Letter("en", "The strike", "Dear Sir,\n\nwhere is she?\n\nYours,\n")
OFFICE = Addressee("Embassy of X", "embassy", "H.E. A. B.")


def test_the_address_stands_line_by_line():
    sheet = print_sheet(LETTER, OFFICE, "1 High Street, London SW1A 1AA; United Kingdom")
    assert sheet.address == (
        "H.E. A. B.", "Embassy of X", "1 High Street", "London SW1A 1AA", "United Kingdom",
    )  # fmt: skip
    assert sheet.subject == "The strike"
    assert sheet.paragraphs == ("Dear Sir,", "where is she?", "Yours,")


def test_without_an_address_the_office_alone_is_printed():
    assert print_sheet(LETTER, Addressee("Embassy of X"), None).address == ("Embassy of X",)


def test_a_fax_has_a_cover():
    sheet = fax_sheet(LETTER, OFFICE, "+442079460000")
    assert sheet.cover == (
        "Fax", "To: Embassy of X", "Fax number: +442079460000", "Subject: The strike", "Pages: 2",
    )  # fmt: skip
    assert sheet.sheet == print_sheet(LETTER, OFFICE, None)


def test_pages():
    assert [pages_of(""), pages_of("a\n" * 45), pages_of("a\n" * 46), pages_of("a" * 85 * 50)] == [1, 1, 2, 2]


def test_offices_that_get_a_copy_stand_below_one_a_line():
    sheet = print_sheet(LETTER, OFFICE, None, ["Foreign\nMinistry", "Court"])
    assert sheet.copies == ("Copy to: Foreign Ministry", "Copy to: Court")
