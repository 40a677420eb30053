"""What somebody is called beside the name, and lists that go on with people who are not named."""

import pytest

from tocsin.language.lexicon import lexicon
from tocsin.language.reckoning import anchor_of
from tocsin.reading.document import lay_out
from tocsin.reading.marks import mark
from tocsin.reading.mentions import gather


def told(text: str, language: str = "en") -> dict[str, set[str]]:
    """What surely befell everybody named."""
    material = mark(lay_out(f"Appeal\n\n{text}", language), lexicon(language), anchor_of("2012"))
    return {one.name: {e.status for e in one.evidence if e.is_sure} for one in gather(material)}


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "We met the family of detainee Wanjiru Mwangi yesterday.", "Wanjiru Mwangi"),
        ("en", "The father of Otieno Koech, another detainee, spoke.", "Otieno Koech"),
        ("es", "Habló Marta Rojas, madre de José Pérez, uno de los detenidos de abril.", "José Pérez"),
        ("it", "Il compagno Mario Rossini, il quarto arrestato, ha scritto una lettera.", "Mario Rossini"),
    ],
)
def test_a_detainee_is_detained(language: str, text: str, name: str) -> None:
    assert told(text, language)[name] == {"detained"}


def test_a_former_one_is_not() -> None:
    assert told("We met the former prisoner Wanjiru Mwangi yesterday.")["Wanjiru Mwangi"] == set()


def test_a_list_goes_on_with_others() -> None:
    text = "In May Wanjiru Mwangi, Otieno Koech and three other experienced teachers were arrested in Nakuru."
    found = told(text)
    assert found["Wanjiru Mwangi"] == found["Otieno Koech"] == {"detained"}
