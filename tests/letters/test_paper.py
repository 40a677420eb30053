from tocsin.letters.compose import Addressee, Letter
from tocsin.letters.paper import Sender, letter_sheet, sender_lines
from tocsin.letters.print_sheet import print_sheet
from tocsin.letters.words import paper_languages, paper_words

LETTER = Letter("ru", "Свободу Н. С.", "Господин посол,\n\nгде она?\n\nС уважением,\nSam  Support\n")
SHEET = print_sheet(LETTER, Addressee("Embassy of X"), "1 High Street, London")
DAY = "2026-11-22"


def keys(words):
    return {name: keys(inner) if isinstance(inner, dict) else None for name, inner in words.items()}


def test_the_date_is_in_the_letters_language():
    assert letter_sheet(LETTER, SHEET, DAY, Sender()).date == "22 ноября 2026"


def test_a_sender_is_what_she_wrote_line_by_line():
    lines = sender_lines(" Sam  Support \r\n\r\n1 Road\n" + "x" * 99)
    assert lines == ("Sam Support", "1 Road", "x" * 99)
    assert (Sender(lines).name, Sender(sender_lines("")).name) == ("Sam Support", "")


def test_her_name_stands_once_below_the_room_for_the_signature():
    sheet = letter_sheet(LETTER, SHEET, DAY, Sender(("Sam Support",)))
    assert (sheet.paragraphs[-1], sheet.name) == ("С уважением,", "Sam Support")
    assert letter_sheet(LETTER, SHEET, DAY, Sender()).paragraphs[-1] == "С уважением,\nSam  Support"


def test_a_way_without_a_name_has_neither_sender_nor_pen():
    sheet = letter_sheet(LETTER, SHEET, DAY, Sender(signs=False), fax_number="+44 20")
    assert (sheet.sender, sheet.name, sheet.has_pen) == ((), "", False)
    assert [label for label, _ in sheet.fax.rows] == ["Кому", "Номер факса", "Дата", "Тема"]


def test_a_fax_names_office_number_sender_and_subject():
    cover = letter_sheet(LETTER, SHEET, DAY, Sender(("Sam Support",)), fax_number="+442079460000").fax
    assert (cover.heading, cover.pages) == ("Факс", "Страниц, включая эту")
    assert cover.rows == (
        ("Кому", "Embassy of X, 1 High Street, London"),
        ("Номер факса", "+442079460000"),
        ("От кого", "Sam Support"),
        ("Дата", "22 ноября 2026"),
        ("Тема", "Свободу Н. С."),
    )


def test_every_language_of_paper_has_all_words_with_the_same_gaps():
    english = paper_words("en")
    assert {"en", "ru", "fr", "es", "de", "ar", "zh", "pt", "nb", "kk"} <= paper_languages()
    for language in paper_languages():
        words = paper_words(language)
        assert keys(words) == keys(english), language
        for name, sentence in words["note"].items():
            gaps = {gap for gap in ("{first}", "{last}", "{day}") if gap in sentence}
            assert gaps == {g for g in ("{first}", "{last}", "{day}") if g in english["note"][name]}
        for group in ("fax", "bundle"):
            for name, sentence in words[group].items():
                gaps = {
                    gap for gap in ("{title}", "{count}", "{office}", "{organisation}") if gap in sentence
                }
                assert gaps == {
                    g
                    for g in ("{title}", "{count}", "{office}", "{organisation}")
                    if g in english[group][name]
                }
    assert paper_words("tlh") == english
