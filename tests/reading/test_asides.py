"""What is told in passing is no incident of the case; what is told twice of one day is one."""

import pytest

from tocsin.reading.read import read_bytes
from tocsin.terms.incidents import Incident

CASE = "Kenya: two cooks arrested\n\nOn 3 June 2014 police arrested Jane Wambui and Peter Otieno in Kisumu."


def _incidents(text: str, published: str = "2014-06-20") -> tuple[Incident, ...]:
    return read_bytes(text.encode(), "report.txt", published).incidents


def _kinds(text: str) -> list[str]:
    return [one.type for one in _incidents(text)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"{CASE} A crackdown is under way in the whole province.", "emergency_declared"),
        (f"{CASE}\n\nIn 1998 four hawkers were killed in Kisumu by soldiers.", "killing"),
        (f"{CASE} The police refused to comment.", "no_answer"),
        (f"{CASE} The ministry denied that anybody is held.", "official_denial"),
        (
            f'{CASE}\n\n"In this country everybody who opens her mouth is beaten, and beaten again until she is still," a cook said.',
            "beating",
        ),
        (f"{CASE}\n\nWhy did they go on strike at the hotel?", "strike"),
        ("Peru: cook\n\nRosa Quispe Mamani was sentenced to death on 3 June 2014 in Puno.", "execution"),
        (f"{CASE} The umpire's ruling was fair.", "court_ruling"),
    ],
)
def test_no_incident_of_the_case(text: str, kind: str) -> None:
    assert kind not in _kinds(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"{CASE} On 5 June 2014 a state of emergency was declared.", "emergency_declared"),
        (f"{CASE}\n\nIn May 2014 four hawkers were killed in Kisumu by soldiers.", "killing"),
        (f"{CASE} Peter Otieno was beaten.", "beating"),
    ],
)
def test_what_has_its_day_or_its_victim_is_one(text: str, kind: str) -> None:
    assert kind in _kinds(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Mali : grève\n\nLa répression s'est abattue sur les marches à Bamako le 3 juin 2014.", "killing"),
        ("Perú: cocineras\n\nEl auto se marchó de Puno el 3 de junio de 2014.", "march_rally"),
        (
            "Perú: cocineras\n\nLas familias fueron expulsadas a la calle el 3 de junio de 2014.",
            "deportation",
        ),
        (
            "Россия: суд\n\nЕму 3 июня 2014 года предъявили обвинение в причастности к нападению на склад.",
            "beating",
        ),
    ],
)
def test_words_of_something_else_in_other_languages(text: str, kind: str) -> None:
    assert kind not in _kinds(text)


def test_nights_are_no_people() -> None:
    found = _incidents(
        "Mali : presse\n\nArrêtée le 3 juin 2014, Awa Diarra a déjà passé trois nuits en cellule."
    )
    assert [one.count.low for one in found if one.type == "arrest" and one.count] in ([], [1])
    assert "mass_arrest" not in [one.type for one in found]


def test_arrests_of_one_day_are_one() -> None:
    text = (
        "Kenya: porters\n\nOn 3 June 2014 police arrested Jane Wambui, Peter Otieno and Mary Achieng in Kisumu. "
        "John Kiprono was arrested on 3 June 2014 at the harbour."
    )
    arrests = [one for one in _incidents(text) if one.type in ("arrest", "mass_arrest")]
    assert len(arrests) == 1
    assert {"Jane Wambui", "John Kiprono"} <= set(arrests[0].affected)


def test_the_day_of_the_statement_dates_no_event() -> None:
    text = "Kenya: cook\n\nJane Wambui was arrested because of a song, the Cooks' League said yesterday."
    assert all(one.date != "2014-06-19?" for one in _incidents(text) if one.type == "arrest")


def test_a_day_before_an_and_closes_what_came_first() -> None:
    text = (
        "Kenya: cooks\n\nThe league wrote of the killing of Jane Wambui on 3 June 2014 and the assault on "
        "the kitchen hand Peter Otieno in the harbour of Kisumu on 9 June 2014."
    )
    assert {one.type: one.date for one in _incidents(text)}["beating"] == "2014-06-09"


def test_since_when_somebody_is_held_dates_the_arrest() -> None:
    text = "Kenya: cook\n\nWe protest at the detention of Jane Wambui, who has been held since 3 June 2014."
    assert [one.date for one in _incidents(text) if one.type == "arrest"] == ["2014-06-03"]


def test_what_befell_those_at_risk_stays_however_long_ago() -> None:
    told = (
        "Jane Wambui, a cook, was arrested on 3 June 2004 in Kisumu. On 9 May 2014 she was beaten in prison."
    )
    assert ("arrest", "2004-06-03") in [(one.type, one.date) for one in _incidents(told)]


def test_arrests_of_one_day_in_two_towns_are_two() -> None:
    told = "On 3 June 2014 police arrested Jane Wambui in Kisumu. On 3 June 2014 Peter Otieno was arrested in Nairobi."
    assert [one.place and one.place.name for one in _incidents(told)] == ["Kisumu", "Nairobi"]


def test_a_harm_without_names_or_a_day_and_a_headline_alone_are_told() -> None:
    text = "Kenya: march in Kisumu broken up\n\nOn 3 June 2014 Jane Wambui was arrested. Many of the cooks were beaten up by the police."
    assert {"dispersal", "beating"} <= set(_kinds(text))
