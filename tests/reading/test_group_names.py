"""Names of some of a group, names among names, kin and signatories."""

import pytest

from tocsin.reading.read import read_text
from tocsin.terms.people import Person


def read(text: str) -> dict[str, Person]:
    return {one.name: one for one in read_text(text, "report.txt", "2015-02-01").people}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Bakers in court\n\nPolice arrested nine bakers, including Rosa Lindqvist, Omar Haddad and Peter Novak.",
            {"Rosa Lindqvist", "Omar Haddad", "Peter Novak"},
        ),
        (
            "Sciopero dei panettieri\n\nProtestiamo contro l'arresto di diversi lavoratori, tra cui Renzo Galli, "
            "Paolo Ferrara e Silvia Conti.",
            {"Renzo Galli", "Paolo Ferrara", "Silvia Conti"},
        ),
        (
            "Razzia im Hafen\n\nMehrere Hafenarbeiter wurden festgenommen, darunter Jens Böhm, Karin Vogt und Ali Demir.",
            {"Jens Böhm", "Karin Vogt", "Ali Demir"},
        ),
    ],
)
def test_what_befell_a_group_befell_those_named_of_it(text: str, names: set[str]) -> None:
    found = read(text)
    assert set(found) == names
    assert {one.status for one in found.values()} == {"detained"}


def test_who_condemns_an_arrest_is_not_arrested() -> None:
    text = (
        "Baker arrested\n\nRosa Lindqvist was arrested on Monday. The arrest was condemned by many, "
        "among them Martin Walsh."
    )
    assert set(read(text)) == {"Rosa Lindqvist"}


def test_a_name_among_names_is_one_too() -> None:
    text = "Liberdade\n\nPela liberdade imediata de Luiza, Calebe, Arthur, Matheus, Kauane e Larissa!"
    assert set(read(text)) == {"Luiza", "Calebe", "Arthur", "Matheus", "Kauane", "Larissa"}


def test_what_follows_a_father_is_said_of_his_son() -> None:
    text = "Student killed\n\nMr. Peter Banda, son of Joseph Banda, was shot dead by soldiers on 30 January."
    assert set(read(text)) == {"Peter Banda"}


def test_whoever_has_signed_is_no_one_at_risk() -> None:
    text = (
        "Bakers in prison\n\nRosa Lindqvist and Omar Haddad were arrested on Monday and are held in prison.\n\n"
        "We demand their release.\n\nYours sincerely,\n\nMartin Walsh, Ireland\nJulia Berger, Germany\nPaul Lambert, France\n"
    )
    assert set(read(text)) == {"Rosa Lindqvist", "Omar Haddad"}
