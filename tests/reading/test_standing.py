"""Who of the people named is at risk, and who holds an office."""

import pytest

from tocsin.reading.read import read_text
from tocsin.terms.draft import Draft


def read(text: str) -> Draft:
    return read_text(text, "report.txt", "2014-03-05")


def officials(text: str) -> dict[str | None, str]:
    return {one.name: one.office for one in read(text).officials if one.name}


def people(text: str) -> set[str]:
    return {one.name for one in read(text).people}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Strike in Mersin\n\nThe strikers wrote to Erdoğan, whose police had beaten them on Monday.", "Erdoğan"),
        ("Протестът\n\nСиндикатите протестират срещу срещата с Ердоган в Бургас.", "Ердоган"),
        ("Le procès\n\nLa juge Odile Marchandeau a condamné le docker Lucien Kerbrat à deux ans de prison.", "Odile Marchandeau"),
        ("El juicio\n\nEl director del penal, Ramiro Ostolaza, negó las visitas al preso Julián Cuevas.", "Ramiro Ostolaza"),
        (
            "Hungerstreik\n\nBitte schreibt an:\n\nJustizminister Jens Habenicht, Platz der Republik 1, 10115 Berlin, "
            "Fax +49 30 555 0123",
            "Jens Habenicht",
        ),
    ],
)  # fmt: skip
def test_who_holds_an_office_is_no_one_at_risk(text: str, name: str) -> None:
    assert name in officials(text)
    assert name not in people(text)


def test_a_friend_who_is_written_to_holds_no_public_office() -> None:
    text = (
        "Workers sacked in Suva\n\nThe union's leader Sione Taufa was sacked on 1 March 2014.\n\n"
        "Please send messages of support to:\n\nLitia Vakaloma\nFiji Dock Workers Union\nFax: +679 555 0142"
    )
    assert "Litia Vakaloma" not in officials(text)


def test_a_general_secretary_is_no_general() -> None:
    assert officials("Dockers\n\nDockers' union General Secretary Colin Harwick called for a strike.") == {}


def test_a_list_of_names_shares_what_its_heading_says() -> None:
    text = (
        "Prisoners in Laayoune\n\nNames of the political prisoners:\n\n"
        "Brahim Souilem, Lahcen Dahmi, Sidi Ahmed Toubali, Naama Bourial, Hassan Embarki"
    )
    assert people(text) == {
        "Brahim Souilem", "Lahcen Dahmi", "Sidi Ahmed Toubali", "Naama Bourial", "Hassan Embarki",
    }  # fmt: skip


def test_a_second_spelling_in_brackets_is_the_same_person() -> None:
    (person,) = read(
        "Svobodu pro Čang Ťien-kuoa\n\nNovinář Čang Ťien-kuo (Zhang Jianguo) byl v Pekingu zatčen policií."
    ).people
    assert "Zhang Jianguo" in (person.name, *person.aliases)


def test_an_elided_article_is_no_part_of_a_name() -> None:
    text = "Deux camarades arrêtés\n\nNous exigeons la libération immédiate de Benoît Kermadec et d'Olivier Tanguy."
    assert people(text) == {"Benoît Kermadec", "Olivier Tanguy"}


NUMBERED = "1    Wanjiru Mwangi\n2    Otieno Koech\n3    Halima Juma\n"


def test_a_list_may_be_numbered_without_a_mark() -> None:
    found = read(f"Arrests in Nakuru\n\nThose arrested:\n\n{NUMBERED}").people
    assert [(one.name, one.status) for one in found] == [
        ("Wanjiru Mwangi", "detained"),
        ("Otieno Koech", "detained"),
        ("Halima Juma", "detained"),
    ]


def test_who_is_under_threat_of_being_murdered_has_not_been_murdered() -> None:
    found = read(
        f"Threats in Nakuru\n\nThese are the organisers under threat of being murdered:\n\n{NUMBERED}"
    ).people
    assert {one.status for one in found} == {"at_risk"}
    assert len(found) == 3


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Arrests\n\nAmong those arrested was Otieno Koech, who sells fish."),
        ("es", "Detenciones\n\nEntre los detenidos se encuentra Ramiro Ostolaza, que vende pescado."),
        ("fr", "Arrestations\n\nParmi les personnes arrêtées figure Lucien Kerbrat, docker."),
        ("it", "Arresti\n\nTra gli arrestati c'è Duilio Marangoni, pescatore."),
        ("pt", "Prisões\n\nEntre os presos está Amadeu Coutinho, pescador."),
    ],
)
def test_one_of_those_whom_it_befell(language: str, text: str) -> None:
    (person,) = read_text(text, "report.txt", "2014-03-05").people
    assert (person.status, person.rule) == ("detained", "detained: said before the name")
