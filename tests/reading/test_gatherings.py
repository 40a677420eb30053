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


@pytest.mark.parametrize(
    "sentence",
    [
        "A vigil will be held for the dyers, of whom nine were beaten and two sentenced to three years in a prison far from their families, outside the embassy of Ruritania, Mill Square, on Friday 2 May 2014 at 6 pm.",
        "Rally for the dyers: Sunday 11 May 2014, 3 pm, Corn Exchange.",
        "A march has been called for Saturday 10 May 2014 at 2 pm outside the ministry.",
        "Il 12 maggio 2014 alle 17 si terrà un sit in sotto la prefettura per i tessitori arrestati.",
        "Manifestação: sábado, 10 de maio de 2014, 15h, Rossio.",
        "Todos ao tribunal na segunda-feira, às 9 horas!",
        "Tous et toutes devant le commissariat ce soir à 19h !",
        "La central llamó a movilizarse el martes a las 10 en la plaza.",
        "Пикет состоится 9 мая 2014 года в 18:00 у посольства.",
        "Ждём всех у суда в понедельник в 9 утра.",
        "Solidarity demo this Friday, 5.30 pm, outside Mill House.",
        "I tessitori sono in carcere. Ogni giovedì alle 18 presidio in piazza del Mulino.",
    ],
)
def test_a_gathering_told_as_to_come(sentence: str) -> None:
    lead = {
        "I": "I tessitori sono in carcere.",
        "M": "Os tecelões estão presos na cadeia.",
        "T": "Os tecelões estão presos.",
    }
    first = "Les tisserands sont en prison." if "Tous" in sentence else lead.get(sentence[0], "Title")
    assert "picket" in asks(f"{first}\n\n{sentence}")


@pytest.mark.parametrize(
    "sentence",
    [
        "A vigil was held outside the embassy on 30 April 2014 at 6 pm.",
        "Seis teñidores fueron detenidos por participar en una marcha el martes a las 10 en la plaza.",
    ],
)
def test_a_gathering_that_is_over(sentence: str) -> None:
    assert asks(f"Title\n\n{sentence}") == set()


def test_a_month_is_no_march() -> None:
    assert asks("Title\n\nMarch 29, 2014 | The union of dyers told of its plans.") == set()


def test_a_named_gathering_needs_no_hour() -> None:
    assert asks("Title\n\nRally on 10 May 2014 at the Corn Exchange.") == {"picket"}
