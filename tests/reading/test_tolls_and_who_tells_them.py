"""Tolls of one day as several people tell them: each number by its own verb, each with whoever says so."""

import pytest

from tocsin.reading.read import read_bytes
from tocsin.terms.draft import Draft


def _read(text: str, published: str = "2019-05-20") -> Draft:
    return read_bytes(text.encode(), "report.txt", published)


def _counts(draft: Draft) -> dict[str, int]:
    return {one.type: one.count.low for one in draft.incidents if one.count}


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        (
            "Kenya: shots in Kisumu\n\nPolice fired in Kisumu on 16 May. 11 people were killed and 86 people were wounded.",
            {"killed": 11, "injured": 86},
        ),
        (
            "Kenya: shots in Kisumu\n\nOn 16 May 2019 at least 15 people were killed and more than 100 seriously injured.",
            {"killed": 15, "injured": 100},
        ),
        (
            "Россия: стрельба в Уфе\n\n16 мая в Уфе погибли 13 человек, 86 человек ранены.",
            {"killed": 13, "injured": 86},
        ),
    ],
)
def test_each_number_of_people_has_its_own_status(text: str, counts: dict[str, int]) -> None:
    assert {group.status: group.count.low for group in _read(text).groups if group.count} == counts


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Россия: стрельба в Уфе\n\n16 мая в Уфе погибли 13 человек, 86 человек ранены.", 13),
        ("Россия: стрельба в Уфе\n\nПо данным больницы, погиб один человек, 11 человек ранены.", 1),
    ],
)
def test_the_dead_and_the_wounded_are_no_sum(text: str, killed: int) -> None:
    assert _counts(_read(text))["killing"] == killed


def test_those_arrested_and_those_in_hospital_are_no_sum() -> None:
    draft = _read(
        "Kenya: march in Kisumu broken up\n\nHundreds arrested, six people in hospital\n\nIt was on 16 May."
    )
    assert _counts(draft) == {"mass_arrest": 200, "hospitalisation": 6}


def test_one_man_is_not_they() -> None:
    draft = _read(
        "Kenya: women beaten\n\nOn 11 May nine women were resting near the station. A drunk man came up and shouted."
        " Policemen beat the women to the ground. They were dragged into a bus and their phones were taken."
    )
    assert 1 not in _counts(draft).values()


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Kenya: shots in Kisumu\n\nThe Minister of the Interior, John Otieno, said on 17 May that 11 people were killed in Kisumu.",
            "John Otieno",
        ),
        (
            "Kenya: shots in Kisumu\n\nAccording to people who carried the bodies, 64 people were killed in Kisumu on 16 May.",
            "people who carried the bodies",
        ),
        (
            "Россия: стрельба в Уфе\n\nПо словам жителей города, погибли от 30 до 70 человек.",
            "жителей города",
        ),
        (
            "México: disparos en Iguala\n\nSegún vecinos del pueblo, 12 personas fueron asesinadas el 16 de mayo.",
            "vecinos",
        ),
    ],
)
def test_a_toll_has_whoever_tells_it(text: str, speaker: str) -> None:
    (told,) = {one.said_by for one in _read(text).incidents if one.type == "killing"}
    assert told == speaker


def test_the_law_says_nothing() -> None:
    draft = _read("Kenya: arrests\n\nAccording to article 12 of the code, 30 people were arrested on 16 May.")
    assert {one.said_by for one in draft.incidents} == {None}


def test_the_day_on_which_it_was_said_is_not_the_day_on_which_it_happened() -> None:
    draft = _read(
        "Kenya: shots in Kisumu\n\nPolice opened fire in Kisumu on 16 May. The Minister of the Interior, John Otieno,"
        " said on 17 May that 11 people were killed."
    )
    assert {one.date for one in draft.incidents if one.type == "killing"} == {"2019-05-16?"}


def test_whoever_tells_of_the_dead_is_not_one_of_them() -> None:
    draft = _read(
        "Россия: стрельба в Уфе\n\nПо словам генерального прокурора Ивана Рогова, 16 мая погибли 10 человек, есть раненые."
    )
    assert draft.people == ()
    assert [official.name for official in draft.officials] == ["Иван Рогов"]


def test_who_was_found_guilty_is_no_judge() -> None:
    draft = _read(
        "Kenya: union lawyer detained\n\nOn 4 May a court in Kisumu found Mary Achieng guilty of organising an unlawful"
        " gathering. Mary Achieng, a lawyer, represents dock workers. She was sentenced to ten days of detention."
    )
    assert [(person.name, person.status) for person in draft.people] == [("Mary Achieng", "sentenced")]


def test_a_person_is_no_place_and_years_in_prison_are_no_arrest() -> None:
    draft = _read(
        "Kenya: appeal rejected\n\nOn 26 May 2019 the High Court rejected the appeal of Mary Achieng and upheld her"
        " sentence of six years in prison."
    )
    assert "arrest" not in {one.type for one in draft.incidents}
    assert {one.place.name for one in draft.incidents if one.place} == set()


def test_a_murder_told_in_russian_by_its_verb() -> None:
    draft = _read(
        "Россия: убийство в Уфе\n\nВ мае в Уфе неизвестные убили Ивана Рогова, участника забастовки. Иван Рогов работал слесарем."
    )
    assert [(person.name, person.status) for person in draft.people] == [("Иван Рогов", "killed")]
