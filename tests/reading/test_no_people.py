"""Capitalised words that name nobody, told by what stands beside them; people whom a body's name swallowed."""

import pytest

from tocsin.language.han_names import is_of_a_place
from tocsin.language.lexicon import lexicon
from tocsin.reading.after_bodies import person_after_body
from tocsin.reading.learned.names import Tagged
from tocsin.reading.no_people import is_beside_no_person
from tocsin.terms.span import Span


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "a farmer from the village of Banda Mkubwa was shot", "Banda Mkubwa"),
        ("es", "el municipio de Santa Olalla", "Santa Olalla"),
        ("es", "la finca cafetalera Ventana Alta", "Ventana Alta"),
        ("es", "la comunidad indígena de Tres Pinos", "Tres Pinos"),
        ("de", "im Dorf Kramsau", "Kramsau"),
        ("de", "im Gefängnis Kramsau", "Kramsau"),
        ("ru", "содержится в тюрьме Крамза", "Крамза"),
        ("en", "write to maria.SAMPLE@example.org", "maria"),
        ("en", "says @MariaSample today", "MariaSample"),
        ("pt", "São Tomeu, 10 de abril de 2019", "Tomeu"),
    ],
)
def test_a_part_of_an_address_or_a_place_is_nobody(language: str, text: str, name: str) -> None:
    start = text.index(name)
    assert is_beside_no_person(text, start, start + len(name), lexicon(language))


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "the village elder Maria Sample", "Maria Sample"),
        ("ru", "в тюрьме Мария Пример объявила голодовку", "Мария Пример"),
        ("en", "Secretary of State Maria Sample", "Maria Sample"),
        ("es", "el líder de la comunidad, Pedro Ventana", "Pedro Ventana"),
        ("de", "der Bürgermeister der Stadt Hans Muster", "Hans Muster"),
    ],
)
def test_whoever_lives_there_is_somebody(language: str, text: str, name: str) -> None:
    start = text.index(name)
    assert not is_beside_no_person(text, start, start + len(name), lexicon(language))


def body(text: str, name: str) -> Tagged:
    return Tagged("org", text.index(name), text.index(name) + len(name), 0.8)


def test_who_leads_a_body_is_named_after_it() -> None:
    text = "председатель Комитета Труда Александр Нагорнов заявил"
    found = person_after_body(text, body(text, "Комитета Труда Александр Нагорнов"), [], lexicon("ru"))
    assert found is not None
    assert text[found.start : found.end] == "Александр Нагорнов"


def test_after_a_country_any_two_words_name_somebody() -> None:
    text = "el líder del Sindicato Libre de Bolivia Yhoni Quispalla"
    country = [Span(text.index("Bolivia"), text.index("Bolivia") + 7)]
    found = person_after_body(
        text, body(text, "Sindicato Libre de Bolivia Yhoni Quispalla"), country, lexicon("es")
    )
    assert found is not None
    assert text[found.start : found.end] == "Yhoni Quispalla"


def test_a_body_that_nobody_leads_keeps_its_name() -> None:
    text = "informa el Sindicato Libre Pedro Ventana"
    assert person_after_body(text, body(text, "Sindicato Libre Pedro Ventana"), [], lexicon("es")) is None


def test_a_chinese_place_is_nobody() -> None:
    places = frozenset({"黑龙江", "北京"})
    assert is_of_a_place("赶赴黑龙江佳木斯", 3, 6, places)
    assert is_of_a_place("某某省", 0, 3, places)
    assert not is_of_a_place("在北京李小明被捕", 3, 6, places)
