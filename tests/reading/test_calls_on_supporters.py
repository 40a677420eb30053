"""Calls on unions and friends are asked of them, not demanded of an office; and where one demand ends."""

import pytest

from tocsin.reading.read import read_text
from tocsin.terms.draft import Draft


def read(text: str) -> Draft:
    return read_text(text, "a.txt", "2014-05-02")


@pytest.mark.parametrize(
    "text",
    [
        "Bakers jailed\n\nWe appeal to all international organisations to condemn the arrests strongly.",
        "Bakers jailed\n\nThe guild also called upon all working journalists to speak of this.",
        "Panaderos presos\n\nLa policía detuvo a los panaderos el lunes. Llamamos a todas las organizaciones sociales a rechazar esta detención.",
        "Boulangers arrêtés\n\nLa police a arrêté les boulangers lundi. Nous appelons toutes les associations à condamner ces arrestations.",
        "Padeiros presos\n\nA polícia prendeu os padeiros na segunda-feira. Fazemos um chamado a todas as entidades sindicais a condenar a prisão.",
        "Пекари арестованы\n\nВ понедельник полиция арестовала пекарей. Мы призываем всех товарищей осудить аресты.",
    ],
)
def test_asked_of_supporters_and_not_demanded(text: str) -> None:
    draft = read(text)
    assert [ask.kind for ask in draft.asks] == ["other"]
    assert draft.demands == ()


def test_what_supporters_are_to_demand_is_demanded() -> None:
    draft = read(
        "Bakers jailed\n\nWe appeal to all unions to condemn the arrests and to demand the release of the bakers."
    )
    assert [demand.text for demand in draft.demands] == ["the release of the bakers"]


def test_a_call_on_those_who_can_is_no_ask() -> None:
    draft = read("Bakers jailed\n\nWe call on the government to release all workers.")
    assert draft.asks == ()
    assert [demand.text for demand in draft.demands] == ["to release all workers"]


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("We call upon all media to visit the jailed bakers.", {"media"}),
        ("Please send this e-mail to all your friends and networks.", {"media"}),
        ("Please paste this link into your status.", {"media"}),
        ("Please take a minute to write to a political prisoner.", {"prisoner_letter"}),
        ("You can ask the guild for a copy of the letter.", set()),
    ],
)
def test_kinds(sentence: str, kinds: set[str]) -> None:
    assert {ask.kind for ask in read(f"Bakers jailed\n\n{sentence}").asks} == kinds


def demanded(text: str) -> list[str]:
    return [demand.text for demand in read(text).demands]


def test_two_acts_on_one_thing_are_one_demand() -> None:
    text = "Bakers jailed\n\nWe urge the ministry to recognise and respect the guild of bakers."
    assert demanded(text) == ["to recognise and respect the guild of bakers"]


def test_bare_things_in_a_row_are_each_demanded() -> None:
    text = "Padeiros presos\n\nA polícia prendeu os padeiros. Exigimos anulação da sentença e a liberdade dos padeiros."
    assert demanded(text) == ["anulação da sentença", "a liberdade dos padeiros"]


def test_a_purpose_is_no_further_demand() -> None:
    text = (
        "Panaderos presos\n\nLa policía detuvo a los panaderos. Exigimos la intervención del juez, "
        "con el fin de aclarar el caso."
    )
    assert len(demanded(text)) == 1


def test_a_shout_at_readers_is_no_demand() -> None:
    assert demanded("Dear friends,\n\nPlease stop by and send this protest letter!") == []


def test_a_small_colon_opens_a_list() -> None:
    text = (
        "麵包師被捕\n\n警察星期一逮捕了九名麵包師。我們呼籲政府︰1. 立即釋放所有麵包師 2. 停止打壓麵包師工會"
    )
    assert len(demanded(text)) == 2
