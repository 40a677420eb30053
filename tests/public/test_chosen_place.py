"""A country or territory is typed in any language, or chosen from a list; where one must ask, we ask."""

import pytest
from django.test import Client
from tests.delivery.scene import Scene

from tocsin.public.chosen_place import choose_place
from tocsin.public.countries import country_choices

WRITE = "/a/strike-in-aktau/write"


@pytest.mark.parametrize(
    ("typed", "country"),
    [
        ("Norway", "NO"),
        ("  norge ", "NO"),
        ("Норвегия", "NO"),
        ("挪威", "NO"),
        ("النرويج", "NO"),
        ("NO", "NO"),
        ("Oslo", "NO"),
        ("Grönland", "GL"),
        ("Kasachstan", "KZ"),
        ("台灣", "TW"),
    ],
)
def test_a_place_in_any_language(typed: str, country: str) -> None:
    assert choose_place(typed, "en").country == country


@pytest.mark.parametrize("language", ["en", "de", "ru", "zh"])
def test_every_name_that_we_offer_is_understood(language: str) -> None:
    offered = country_choices(language)
    assert {name: choose_place(name, language).country for _, name in offered} == {
        name: code for code, name in offered
    }


@pytest.mark.parametrize(
    ("typed", "codes"), [("Korea", {"KP", "KR"}), ("Congo", {"CD", "CG"}), ("Tschechoslowakei", {"CZ", "SK"})]
)
def test_where_two_may_be_meant_we_ask(typed: str, codes: set[str]) -> None:
    chosen = choose_place(typed, "en")
    assert chosen.country is None
    assert {code for code, _ in chosen.choices} == codes


@pytest.mark.parametrize("typed", ["", "   "])
def test_nothing_typed_is_no_mistake(typed: str) -> None:
    assert not choose_place(typed, "en").is_unknown


def test_a_whole_book_is_no_place() -> None:
    chosen = choose_place("Norway, " * 1_000_000, "en")
    assert (len(chosen.typed), chosen.country) == (100, "NO")


def test_a_place_that_nobody_knows_is_said_to_be_unknown() -> None:
    assert choose_place("Xyzzyx", "en").is_unknown


@pytest.mark.parametrize("typed", ["Norge", "Норвегия", "Oslo"])
def test_on_the_road_of_a_letter_a_typed_place_becomes_its_country(
    scene: Scene, olga: Client, typed: str
) -> None:
    assert olga.get(WRITE, {"country": typed}).headers["Location"] == f"{WRITE}?country=NO"


def test_the_road_of_a_letter_asks_back_with_both(scene: Scene, olga: Client) -> None:
    html = olga.get(WRITE, {"country": "Korea"}).content.decode()
    assert "Which “Korea” do you mean?" in html
    assert '<a class="button" href="?country=KP">North Korea</a>' in html
    assert '<a class="button" href="?country=KR">South Korea</a>' in html
    assert 'value="Korea"' in html


def test_an_unknown_place_keeps_what_was_typed_and_opens_the_list(scene: Scene, olga: Client) -> None:
    html = olga.get(WRITE, {"country": "<b>Xyzzyx"}).content.decode()
    assert "We do not know “&lt;b&gt;Xyzzyx”." in html
    assert "<details open>" in html
    assert '<option value="NO">Norway</option>' in html


def test_who_asks_is_told_which_country_was_understood(scene: Scene, olga: Client) -> None:
    assert "Where you live: Norway." in olga.get(WRITE, {"country": "NO"}).content.decode()


@pytest.mark.parametrize(("typed", "page"), [("Casaquistão", "/offices/KZ/"), ("GB", "/offices/GB/")])
@pytest.mark.django_db
def test_whose_offices_leads_to_the_country(olga: Client, typed: str, page: str) -> None:
    assert olga.get("/offices/", {"of": typed}).headers["Location"] == page


def test_whose_offices_lists_every_country(olga: Client) -> None:
    html = olga.get("/offices/").content.decode()
    assert all(f'href="/offices/{code}/"' in html for code, _ in country_choices("en"))
