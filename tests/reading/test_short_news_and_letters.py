"""Short news, letters of unions and appeals in plain words: what a careful person takes from each sentence."""

import pytest

from tocsin.reading.read import read_bytes
from tocsin.terms.draft import Draft


def _read(text: str, published: str = "2014-06-20") -> Draft:
    return read_bytes(text.encode(), "report.txt", published)


def _people(draft: Draft) -> list[tuple[str, str]]:
    return [(person.name, person.status) for person in draft.people]


def _counts(draft: Draft, kind: str) -> list[int | None]:
    return [one.count.low if one.count else None for one in draft.incidents if one.type == kind]


def test_whoever_is_wanted_free_is_not_yet_released() -> None:
    draft = _read(
        "Harare: nurses' leader held after clinic walkout\n\nPolice in Harare picked up Tendai Marufu, general secretary of the"
        " Zimbabwe Clinic Nurses Association, at her home before dawn on Monday, 16 June 2014. Her lawyer was turned away from the"
        " central police station twice.\n\nThe association wants her freed at once."
    )
    kinds = {one.type for one in draft.incidents}
    assert "arrest" in kinds
    assert "release" not in kinds


def test_two_first_names_share_the_surname_behind_them() -> None:
    draft = _read(
        "Bahrain: two brothers missing\n\nHassan and Ali Darwish have not been seen since 14 June 2014, when masked men took them"
        " from a flat in Sitra."
    )
    assert [person.name for person in draft.people] == ["Hassan Darwish", "Ali Darwish"]


def test_the_dead_are_named_as_dead_though_others_were_hurt() -> None:
    draft = _read(
        "Indonesia: students shot\n\nOn 13 June 2014 soldiers fired at 200 students in Malang and wounded 27 students."
        " The dead were named as Agus Santoso, Rina Lestari and Dewi Hartono."
    )
    assert {status for _, status in _people(draft)} == {"killed"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "Peru: killing\n\nOn 12 June 2014 Rosa Quispe was shot dead by two men on a motorcycle in Puno.",
            "killing",
        ),
        (
            "Perú: asesinato\n\nEl 12 de junio de 2014 Rosa Quispe fue asesinada por tres hombres en Puno.",
            "killing",
        ),
    ],
)
def test_how_many_did_it_is_not_how_many_it_befell(text: str, kind: str) -> None:
    assert _counts(_read(text), kind) == [1]


def test_a_protest_against_an_arrest_counts_the_protesters() -> None:
    draft = _read(
        "Türkei: Protest\n\nAm 14. Juni 2014 protestierten in Izmir rund 150 Menschen gegen die Festnahme der Verlegerin Selin Kaya."
    )
    assert 150 not in [*_counts(draft, "arrest"), *_counts(draft, "mass_arrest")]


def test_the_day_of_a_release_is_not_the_day_of_the_arrest() -> None:
    draft = _read(
        "Cameroun : un cameraman relâché\n\nLe cameraman Pierre Essomba, arrêté avec un collègue, a été relâché dimanche.",
        "2014-06-18",
    )
    dates = {one.type: one.date for one in draft.incidents}
    assert dates["release"] == "2014-06-15?"
    assert dates["arrest"] != "2014-06-15?"


def test_a_toll_that_an_official_speaks_of_is_theirs() -> None:
    draft = _read(
        "Cameroun : émeutes à Douala\n\nLe ministre de la Communication, Jean Owona, parle de six morts."
    )
    assert [
        (one.count.low if one.count else None, one.said_by)
        for one in draft.incidents
        if one.type == "killing"
    ] == [(6, "Jean Owona")]


def test_what_the_writer_counts_is_not_made_the_word_of_an_official() -> None:
    draft = _read(
        "Colombia: desalojo en Cali\n\nEl 14 de junio de 2014 la Cruz Roja atendió a 18 heridos en Cali."
        " El comandante de la Policía, Andrés Mejía, aseguró que hubo ocho uniformados lesionados."
    )
    assert [one.said_by for one in draft.incidents if one.count and one.count.low == 18] == [None]


def test_a_street_is_no_official_and_a_fax_number_asks_for_no_fax() -> None:
    draft = _read(
        "Türkei: Verlegerin festgenommen\n\nBitte schreiben Sie Briefe an den Justizminister: Justizministerium, Örnek Caddesi 5,"
        " 06659 Ankara, Türkei, Fax: 0090 312 419 33 70."
    )
    assert draft.officials == ()
    assert [ask.kind for ask in draft.asks] == ["protest_letter"]


def test_chinese_numbers_are_read_whole() -> None:
    draft = _read("惠州：工人被带走\n\n2014年6月12日，警察在惠州带走二十六名工人。")
    assert _counts(draft, "mass_arrest") == [26]


@pytest.mark.parametrize(
    "text",
    [
        "Iran: autista condannato\n\nIl sindacalista Behnam Sadri ha avuto dieci anni di carcere a Tabriz.",
        "Maroc : syndicaliste condamné\n\nLe syndicaliste Karim Benali a écopé de deux ans de prison à Rabat.",
        "Belarus: worker jailed\n\nThe trade unionist Ivan Petrov got three years in prison in Minsk.",
    ],
)
def test_whoever_got_years_is_sentenced(text: str) -> None:
    assert [status for _, status in _people(_read(text))] == ["sentenced"]
