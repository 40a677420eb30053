"""The office printed beside a name, in all languages, and what only looks like one."""

import pytest

from tocsin.language.lexicon import lexicon
from tocsin.language.names import Name
from tocsin.language.reckoning import anchor_of
from tocsin.reading.document import lay_out
from tocsin.reading.dossiers import Mention
from tocsin.reading.marks import Material, mark
from tocsin.reading.offices import office_of


def material_of(text: str, language: str) -> Material:
    return mark(lay_out(text, language), lexicon(language), anchor_of("2012"))


def office(text: str, name: str, language: str = "en") -> str | None:
    """The office found for this name, wherever the models see names."""
    material = material_of(text, language)
    index, marked = next((i, one) for i, one in enumerate(material.marked) if name in one.text)
    start = marked.text.index(name)
    found = office_of(material, Mention(index, marked, Name(start, start + len(name), name, None), ()))
    return found.office if found else None


@pytest.mark.parametrize(
    ("language", "text", "name", "expected"),
    [
        ("en", "Write to John Weatherby, Secretary, Ohio Department of Corrections.", "John Weatherby", "Secretary, Ohio Department of Corrections"),
        ("es", "Pedimos al ministro del Interior, don Anselmo Ricarte, que responda.", "Anselmo Ricarte", "ministro del Interior"),
        ("fr", "Écrivez à la préfète Odile Marchandeau.", "Odile Marchandeau", "préfète"),
        ("de", "Die Haftrichterin Birgit Sommerlatte entschied.", "Birgit Sommerlatte", "Haftrichterin"),
        ("de", "Fischereiminister Jens Habenicht schweigt.", "Jens Habenicht", "Fischereiminister"),
        ("it", "Lo ha deciso il prefetto Ugo Lanfranchi.", "Ugo Lanfranchi", "prefetto"),
        ("pt", "O promotor Nelson Caiado pediu a prisão.", "Nelson Caiado", "promotor"),
        ("ru", "Прокурор области Глеб Ряженцев молчит.", "Глеб Ряженцев", "Прокурор области"),
        ("bg", "Окръжният прокурор Пламен Стоименов мълчи.", "Пламен Стоименов", "Окръжният прокурор"),
        ("cs", "O tom rozhodla soudkyně Alena Vrbatová.", "Alena Vrbatová", "soudkyně"),
        ("da", "Det siger udviklingsminister Kaj Bøgelund.", "Kaj Bøgelund", "udviklingsminister"),
        ("zh", "请致信公安局局长田国梁。", "田国梁", "公安局局长"),
    ],
)  # fmt: skip
def test_an_office_before_the_name(language: str, text: str, name: str, expected: str) -> None:
    found = office(text, name, language)
    assert found == expected


def test_the_head_of_a_part_of_the_state_holds_an_office() -> None:
    text = "Release the five\n\nPlease write to:\n\nTian Guoliang, Director of Harbour City Security Bureau"
    assert office(text, "Tian Guoliang") == "Director of Harbour City Security Bureau"


def test_a_line_below_the_name_in_an_address() -> None:
    text = "Write to:\n\nDr. Anselm Okpara\nAmbassador and Permanent Representative to the Permanent Mission of the Republic\nFax: 212 555 0100\n"
    found = office(text, "Anselm Okpara")
    assert found == "Ambassador and Permanent Representative to the Permanent Mission of the Republic"


def test_the_addressee_of_a_letter_holds_the_office_above() -> None:
    text = "To the Ambassador of Norway in Rome\n\nDear Mr. Halvard Lie,\n\nWe ask you to act."
    assert office(text, "Halvard Lie") == "To the Ambassador of Norway in Rome"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("DOCKERS President Wilma Hartley condemned the arrests.", "Wilma Hartley"),
        ("The president of the garment workers, Wilma Hartley, condemned it.", "Wilma Hartley"),
        ("The judge listened; Wilma Hartley was led away.", "Wilma Hartley"),
    ],
)
def test_no_office_of_the_state(text: str, name: str) -> None:
    assert office(text, name) is None


def people(text: str, language: str = "en") -> list[str]:
    return [name.text for marked in material_of(text, language).marked for name in marked.people]


def test_one_word_after_a_title_names_somebody() -> None:
    assert "Quillfeather" in people("Leaders urged President Quillfeather to let the miners go.")
    assert "Tarkouni" in people("Écrivez au ministre de la Justice, Monsieur Tarkouni, par fax.", "fr")


def test_a_word_for_a_thing_after_a_title_names_nobody() -> None:
    assert people("Call the office of Governor Department 5 at once.") == []


def test_no_sentence_ends_at_a_title() -> None:
    document = lay_out("Escriba al alcalde, Lic. Ramón Ceballos, hoy mismo. Gracias.", "es")
    assert [sentence.text for sentence in document.sentences] == [
        "Escriba al alcalde, Lic. Ramón Ceballos, hoy mismo.",
        "Gracias.",
    ]


def test_an_address_is_often_in_english() -> None:
    text = "Envoyez la lettre à :\n\nM. Odilon Marchandeau\n\nPrime Minister\n"
    assert office(text, "Odilon Marchandeau", "fr") == "Prime Minister"


def test_an_honoured_office_is_one() -> None:
    text = "Write to:\n\nMr. Odilon Marchand MP\n\nHonourable State Minister\n"
    assert office(text, "Odilon Marchand") == "Honourable State Minister"


def test_the_president_below_a_letter_is_the_senders() -> None:
    text = "Rechazamos los hechos de ayer y pedimos respeto.\n\nANSELMO RICARTE\n\nPresidente\n"
    assert office(text, "ANSELMO RICARTE", "es") is None
