"""A street named after somebody is nobody."""

import pytest

from tocsin.language.streets import STREETS, is_street
from tocsin.reading.read import read_text


@pytest.mark.parametrize(
    "name", ["Olof Palme Marg", "Portland Place", "Nelson Mandela Avenue", "Karl-Liebknecht Straße"]
)
def test_a_street_is_known_by_its_last_word(name: str) -> None:
    assert is_street(name)


@pytest.mark.parametrize("name", ["Olof Palme", "Marg Street-Smith", "Lane", "Anna Platz-Roth"])
def test_a_person_is_no_street(name: str) -> None:
    assert not is_street(name)


def test_streets_are_found_by_the_word_before_or_after() -> None:
    address = "45 Portland Place, rue de Lisbonne, ul. Londýnská 7"
    assert [match[0] for match in STREETS.finditer(address)] == [
        "Portland Place",
        "rue de Lisbonne",
        "ul. Londýnská",
    ]


def test_nobody_is_read_from_an_address() -> None:
    text = "Peru: weavers held\n\nWrite to:\n\nEmbassy of Peru in New Delhi, India - 1 Olof Palme Marg, New Delhi; fax +91 11 4616 3333\n"
    draft = read_text(text, "appeal.txt", "2014-03-05")
    assert "Palme" not in " ".join(one.name or "" for one in (*draft.people, *draft.officials))
