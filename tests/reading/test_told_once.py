"""Events told twice are one, and words that only seem to tell of one."""

import pytest

from tocsin.reading.read import read_bytes
from tocsin.terms.incidents import Incident


def _incidents(text: str) -> tuple[Incident, ...]:
    return read_bytes(text.encode(), "report.txt", "2014-06-20").incidents


def _kinds(text: str) -> list[str]:
    return [one.type for one in _incidents(text)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "Perú: amenazas\n\nEl 4 de junio de 2014 Rosa Quispe Mamani recibió una serie de amenazas de muerte en Puno.",
            "killing",
        ),
        (
            "Tunisie : avocate\n\nMe Nadia Belkacem a été convoquée par le procureur de la Cour d’appel le 8 juin 2014.",
            "court_ruling",
        ),
        ("Peru: writer\n\nJane Quispe has been sitting in jail since 3 June 2014.", "sit_down_protest"),
        (
            "China: guards\n\nTwelve cooks have been held in detention since 3 June 2014 following a protest.",
            "march_rally",
        ),
    ],
)
def test_words_that_tell_of_something_else(text: str, kind: str) -> None:
    assert kind not in _kinds(text)


def test_a_figure_says_exactly_what_dozens_meant() -> None:
    text = (
        "China: dozens held\n\nDozens of activists in China have been arrested.\n\nMore than 25 people from at least four labour"
        " organizations have been taken away by the police."
    )
    assert [one.count.low for one in _incidents(text) if one.count and one.type == "mass_arrest"] == [25]


def test_some_of_a_row_named_again_are_the_same_arrest() -> None:
    text = (
        "Nicaragua: detenidos\n\nEl 15 de junio de 2014 fueron detenidos en Nueva Guinea Bayardo Ruiz Ocampo, Damián Espejo Jarquín y Saúl Tercero Peña.\n\n"
        "Los detenidos son Bayardo Ruiz Ocampo, Damián Espejo Jarquín, Saúl Tercero Peña y Alma Luz Robles."
    )
    assert [one.count.low for one in _incidents(text) if one.count] == [4]


def test_the_demonstrators_are_those_of_the_demonstration() -> None:
    text = (
        "France : six arrestations\n\nLors de la manifestation du 12 juin, six militants ont été arrêtés. A l’heure actuelle, les six"
        " manifestants sont en garde à vue depuis hier."
    )
    assert _kinds(text).count("march_rally") == 1


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "Brasil: preso\n\nOsvaldino Lima está preso desde 3 de junho de 2014, acusado de crimes como narcotráfico e homicídio.",
            "killing",
        ),
        (
            "Iran: writer\n\nNadia Rostamzadeh was charged with robbery and murder on 3 June 2014 in Tehran.",
            "killing",
        ),
        ("Kenya: union\n\nThe charges were not dropped on 3 June 2014.", "acquittal"),
        (
            "Kenya: union\n\nWe have given considerable coverage over the last few months to the jailing of weavers.",
            "sentence",
        ),
    ],
)
def test_what_somebody_is_charged_with_or_never_got_has_not_happened(text: str, kind: str) -> None:
    assert kind not in _kinds(text)


def test_a_murder_charged_that_befell_somebody_is_told() -> None:
    text = "Kenya: soldiers\n\nThree soldiers were charged with the murder of two students in Kisumu on 3 June 2014."
    assert "killing" in _kinds(text)


def test_a_hearing_to_which_they_need_to_come_is_ahead() -> None:
    text = "Turkey: unionists\n\nSeventy-two unionists were released in Ankara last week. They all need to appear in court again in July."
    hearing = next(one for one in _incidents(text) if one.type == "trial_hearing")
    assert (hearing.date or "").startswith("2014-07")
