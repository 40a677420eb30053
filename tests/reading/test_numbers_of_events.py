"""Which number belongs to which event."""

import pytest

from tocsin.reading.read import read_bytes


def numbers(text: str) -> dict[str, int]:
    """The first incident of each type and how many it befell, as far as that was told."""
    draft = read_bytes(text.encode(), "invented.txt", published="2020-05-10")
    return {one.type: one.count.low for one in reversed(draft.incidents) if one.count is not None}


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        ("El ataque dejó un saldo de seis muertos y dos desaparecidos en la aldea.", "killing", 6),
        ("El ataque dejó un saldo de seis muertos y dos desaparecidos en la aldea.", "enforced_disappearance", 2),
        ("Après une veillée avec les sept hommes, dix autres membres ont été arrêtés.", "mass_arrest", 10),
        ("The 50 activists in the square, who were arrested on Wednesday, are well.", "mass_arrest", 50),
        ("Police have taken away about 200 satyagrahis to the jail.", "mass_arrest", 200),
        ("Полиция задержала 15 нацболов у ворот завода.", "mass_arrest", 15),
        ("Police arrested activists in two towns, bringing the number of those arrested to at least 90.", "mass_arrest", 90),
        ("The Oakpool 25 were arrested in April.", "mass_arrest", 25),
        ("Los 12 detenidos fueron liberados el 5 de mayo.", "release", 12),
        ("Der Minister erklärte, dass die 3 Ausgewiesenen nicht wiederkommen dürfen.", "deportation", 3),
        ("Norland is arresting the union leader Kjell Hansen and his partner this morning.", "arrest", 2),
        ("Vězní je dál. Policie zadržela Jana Nováka, Petra Malého a nejméně deset dalších lidí.", "mass_arrest", 12),
    ],
)  # fmt: skip
def test_a_number_goes_with_its_event(text: str, kind: str, number: int) -> None:
    assert numbers(text)[kind] == number


def test_so_many_were_detained_not_at_the_picket() -> None:
    told = numbers("На площади задержали 30 человек после одиночного пикета за свободу заключённых.")
    assert (told["mass_arrest"], told["picket"]) == (30, 1)


@pytest.mark.parametrize("text", ["He was arrested 12 times.", "Journalist number 131 was arrested."])
def test_numbers_of_no_people(text: str) -> None:
    assert numbers(text).get("arrest", 1) == 1


def test_threats_told_as_the_state_of_things_are_no_event() -> None:
    draft = read_bytes(b"Harassment and intimidation of trade unions go on in the port.", "invented.txt")
    assert not draft.incidents
