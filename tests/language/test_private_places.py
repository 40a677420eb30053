import pytest

from tocsin.language.private_places import has_house_number, is_a_home


@pytest.mark.parametrize(
    "words",
    ["Flat 4, 12 Main Street", "at our house", "Apt. 12", "кв. 7, ул. Абая 3", "chez moi", "Bei mir zu Hause", "Leilighet 3"],
)  # fmt: skip
def test_a_door_or_a_household_is_a_home(words: str) -> None:
    assert is_a_home(words)


@pytest.mark.parametrize(
    "words",
    ["Karl Johans gate, before the Storting", "Embassy of Kazakhstan", "House of the People", "Pit no. 5", "Opera House", ""],
)  # fmt: skip
def test_a_public_place_is_none(words: str) -> None:
    assert not is_a_home(words)


@pytest.mark.parametrize(
    ("words", "has"),
    [("12 Main Street", True), ("Storgata 12", True), ("Hauptstraße 5", True), ("Main Street", False), ("Pit 5", False)],
)  # fmt: skip
def test_a_house_number_stands_beside_a_street(words: str, has: bool) -> None:
    assert has_house_number(words) is has
