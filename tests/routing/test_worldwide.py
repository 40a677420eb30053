"""Routes with the shipped directory. What is right in it stands in the tests of `shipped/`; here, how it is used."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.routing.asks import ASKS
from tocsin.routing.shipped import senders
from tocsin.routing.worldwide import worldwide
from tocsin.terms.offices import Accreditation, Office, Told

DAY = date(2026, 6, 1)


def codes(found):
    return [(s.reason_code, s.office.city) for s in found.steps]


@pytest.mark.parametrize(("country", "city"), [("GL", "Stockholm"), ("AX", "Helsinki"), ("GP", "Paris"), ("HK", "Beijing"), ("GI", "London")])  # fmt: skip
def test_every_territory_has_an_answer(country, city):
    found = worldwide("KZ", country, as_of=DAY)
    assert (found.steps[0].office.city, found.warnings[0].code) == (city, "for_the_sovereign")


def test_a_territory_is_answered_for_where_its_state_is():
    found = worldwide("KZ", "PR", as_of=DAY)
    assert codes(found)[0] == ("resident", "Washington")
    assert found.warnings[0].message == (
        "No office is listed for Puerto Rico by itself: these answer to the United States."
    )


def test_nobody_is_sent_to_the_embassy_of_her_own_state():
    assert "for_the_sovereign" not in {c.code for c in worldwide("US", "PR", as_of=DAY).warnings}


def test_a_picket_is_only_where_an_office_stands():
    assert codes(worldwide("KZ", "IE", as_of=DAY, ask="picket")) == []
    assert codes(worldwide("KZ", "NO", as_of=DAY, ask="picket")) == [("resident", "Oslo")]


@pytest.mark.parametrize(("of", "country", "city"), [("TW", "US", "Washington"), ("US", "TW", "Taipei"), ("TW", "JP", "Tokyo")])  # fmt: skip
def test_the_office_for_the_whole_country_goes_before_local_ones(of, country, city):
    found = worldwide(of, country, as_of=DAY)
    assert codes(found)[:1] == [("de_facto", city)]
    assert "does an embassy’s work without the name" in found.steps[0].reason


def test_a_consulate_elsewhere_is_not_said_to_stand_here():
    assert worldwide("US", "MO", as_of=DAY).steps[0].reason == (
        "The World Factbook (January 2026) says that the consulate of the United States in Hong Kong also answers to "
        "Macao SAR China."
    )


def test_an_embassy_that_works_for_a_neighbour_too_is_named_once():
    assert [city for code, city in codes(worldwide("US", "YE", as_of=DAY)) if code == "listed_for"] == [
        "Riyadh"
    ]


def test_a_rule_of_the_field_is_no_further_source():
    assert worldwide("VU", "US", as_of=DAY).steps[0].also == ()


def test_one_source_is_not_said_to_contradict_itself():
    assert "set_aside" not in {c.code for c in worldwide("US", "SD", as_of=DAY).warnings}


def test_no_city_is_said_where_the_capital_is_not_the_seat_of_government():
    cities = {
        code: s.office.city
        for code in ("NL", "BO", "NO")
        for s in worldwide(code, "KZ", as_of=DAY).steps
        if s.office.kind == "ministry"
    }
    assert cities == {"NL": None, "BO": None, "NO": "Oslo"}


def test_what_the_appeal_said_is_known_for_its_time_and_not_doubted_where_the_directory_agrees():
    found = worldwide("KZ", "AT", as_of=date(2011, 6, 30))
    assert (codes(found)[0], found.steps[0].source_date) == (("resident", "Vienna"), "2011-06-15")
    assert "not_known_then" not in {c.code for c in found.warnings}


def test_two_spellings_of_a_city_are_no_conflict():
    told = Told("appeal", "appeal.txt", "2011-06-15")
    printed = Office("Embassy in Kiev", "embassy", "KZ", "UA", "Kiev", told, (Accreditation("UA", told),))
    found = worldwide("KZ", "UA", [printed], DAY)
    assert [c for c in codes(found) if c[0] == "resident"] == [("resident", "Kiev")]
    assert "conflict" not in {c.code for c in found.warnings}


def test_before_the_directory_s_own_date_it_says_that_it_does_not_know():
    found = worldwide("FR", "NO", as_of=date(2001, 1, 1))
    assert {s.source for s in found.steps} == {""}
    assert "not_known_then" in {c.code for c in found.warnings}


@given(
    st.sampled_from(senders()),
    st.sampled_from(senders()),
    st.sampled_from(ASKS),
    st.dates(date(1990, 1, 1), DAY),
)
def test_every_pair_of_countries_has_an_answer_that_explains_itself(of, country, ask, day):
    found = worldwide(of, country, as_of=day, ask=ask)
    assert found.steps or found.warnings
    assert all(
        step.reason.endswith(".") and step.confidence and "{" not in step.reason for step in found.steps
    )
    assert all(step.source_date or step.confidence_code == "no_source" for step in found.steps)


def test_a_union_of_states_has_no_ministry_of_foreign_affairs():
    assert {s.office.kind for s in worldwide("EU", "US", as_of=DAY).steps} == {"embassy"}


def test_a_stored_mission_stands_for_the_shipped_one():
    oslo = worldwide("KZ", "NO", as_of=DAY).steps[0].office
    moved = replace(oslo, name="Embassy of Kazakhstan in Bergen", city="Bergen")
    assert codes(worldwide("KZ", "NO", (moved,), DAY))[:2] == [
        ("resident", "Bergen"),
        ("united_nations", "Geneva"),
    ]
    gone = replace(oslo, accreditations=(), reaches=())
    assert codes(worldwide("KZ", "NO", (gone,), DAY))[0] == ("united_nations", "Geneva")
