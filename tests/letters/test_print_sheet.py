from tocsin.letters.compose import Addressee, Letter
from tocsin.letters.print_sheet import print_sheet

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


def test_a_letter_abroad_names_the_country_last_in_capitals_once():
    posted = print_sheet(LETTER, Addressee("Embassy of X"), "1 High Street, London", to_country="GB")
    assert posted.address == ("Embassy of X", "1 High Street", "London", "UNITED KINGDOM")
    named = print_sheet(LETTER, Addressee("Embassy of X"), "1 High Street, London, England", to_country="GB")
    assert named.address[-1] == "England"


def test_offices_that_get_a_copy_stand_below_one_a_line():
    sheet = print_sheet(LETTER, OFFICE, None, ["Foreign\nMinistry", "Court"])
    assert sheet.copies == ("Copy to: Foreign Ministry", "Copy to: Court")
