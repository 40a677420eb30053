"""Meetings announced by an hour and a place alone, and what only looks like one."""

import pytest

from tocsin.reading.read import read_text


def asks(text: str) -> set[str]:
    return {ask.kind for ask in read_text(text, "a.txt", "2014-05-02").asks}


@pytest.mark.parametrize(
    "text",
    [
        "The weavers are still in prison.\n\nSaturday 10 May 2014, 1 pm, in front of the town hall. Drums are welcome.",
        "Les tisserands sont toujours en prison.\n\nMarseille : 18 h, devant la préfecture.",
        "I tessitori sono ancora in carcere.\n\nGenova: ore 17, davanti alla prefettura.",
        "Os tecelões continuam presos.\n\nLisboa — 15h00, Largo das Flores.",
    ],
)
def test_an_hour_and_a_place_to_come(text: str) -> None:
    assert asks(text) == {"picket"}


@pytest.mark.parametrize(
    "line",
    [
        "At 7 am on 30 April 2014 the cook was standing in front of the town hall.",
        "He said it outside the office, at noon, so that someone would have to look.",
        "At 9 pm police arrested six bakers in front of the embassy.",
    ],
)
def test_what_was_at_an_hour_and_a_place(line: str) -> None:
    assert asks(f"Title\n\n{line}") == set()


@pytest.mark.parametrize(
    "sentence",
    [
        "Please do not write to the prison.",
        "Por favor, no escriban al juez.",
        "Merci : ne publiez pas cette lettre.",
        "Пожалуйста, не звоните следователю.",
        "The bakers received messages from forty towns.",
    ],
)
def test_what_is_forbidden_or_was_received_is_not_asked(sentence: str) -> None:
    assert asks(f"Title\n\n{sentence}") == set()


def test_a_fax_number_beside_an_address_asks_for_no_fax() -> None:
    text = "Title\n\nYou can write a letter to the embassy, 1 Rose Square / fax 020 0000 0000."
    assert asks(text) == {"protest_letter"}
