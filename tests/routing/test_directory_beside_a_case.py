"""The directory's rows beside what an appeal lists: the founding list's London for Norway, and Oslo in Wikidata."""

from dataclasses import replace
from datetime import date

import pytest

from tocsin.routing.last_steps import last_steps
from tocsin.routing.route import route
from tocsin.terms.offices import Accreditation, Office, Reach, Told

WIKIDATA = Told("directory", "Wikidata", "2022-11-16")
APPEAL = Told("appeal", "the list of the strikers’ committee", "2011-06-15")
NEWER = Told("appeal", "a list of 2025", "2025-01")
TODAY, THEN = date(2026, 6, 1), date(2011, 6, 30)


def embassy(city, stands, *serves, told, kind="embassy", reaches=()):
    accreditations = tuple(Accreditation(code, told, "stated") for code in serves)
    return Office(f"Embassy in {city}", kind, "KZ", stands, city, told, accreditations, reaches)


LONDON = embassy("London", "GB", "GB", "NO", told=APPEAL)
OSLO = embassy("Oslo", "NO", "NO", told=WIKIDATA, reaches=(Reach("web", "https://oslo.example", WIKIDATA),))


def cities(found):
    return [step.office.city for step in found.steps]


def test_today_the_younger_directory_goes_first_and_the_conflict_is_told():
    found = route("KZ", "NO", [LONDON, OSLO], as_of=TODAY)
    assert cities(found) == ["Oslo", "London"]
    assert found.steps[0].reason == "It stands in Norway, says Wikidata (November 2022)."
    assert found.steps[0].confidence == "may have changed since November 2022"
    assert found.warnings[0].message == (
        "The appeal of June 2011 names London for Norway, Wikidata (November 2022) names Oslo."
        " Which is right is not known: check before you write."
    )


def test_a_directory_says_nothing_of_the_time_before_it_was_made():
    found = route("KZ", "NO", [LONDON, OSLO], as_of=THEN)
    assert cities(found) == ["London"]
    assert found.warnings[0].message == (
        "Wikidata (November 2022) names Oslo for Norway. Whether that was so in June 2011 is not known."
    )


def test_an_appeal_younger_than_the_directory_goes_first():
    london = embassy("London", "GB", "NO", told=NEWER)
    assert cities(route("KZ", "NO", [OSLO, london], as_of=TODAY)) == ["London", "Oslo"]


def test_one_office_told_twice_is_one_step_with_both_sources():
    printed = embassy("Oslo", "NO", "NO", told=APPEAL, reaches=(Reach("phone", "+4722000000", APPEAL),))
    (step,) = route("KZ", "NO", [printed, OSLO], as_of=TODAY).steps
    assert (step.source, [told.source for told in step.also]) == ("Wikidata", [APPEAL.source])
    assert list(step.channels) == ["phone", "web"]


def test_generic_steps_come_last_and_only_where_no_source_names_such_an_office():
    generic = last_steps("KZ", "NO", "letter")
    found = route("KZ", "NO", [LONDON, *generic], as_of=THEN)
    assert [(s.office.name, s.confidence) for s in found.steps[1:]] == [
        ("Permanent Mission of Kazakhstan to the United Nations in Geneva", "not confirmed by any source"),
        ("Ministry of Foreign Affairs of Kazakhstan", "not confirmed by any source"),
        ("Office of the head of state of Kazakhstan", "not confirmed by any source"),
    ]
    ministry = Office("Foreign Ministry", "ministry", "KZ", "KZ", "Astana", APPEAL)
    named = [s.office.name for s in route("KZ", "NO", [ministry, *generic], as_of=THEN).steps]
    assert "Foreign Ministry" in named
    assert "Ministry of Foreign Affairs of Kazakhstan" not in named


def test_new_york_is_nearer_to_brazil_and_taiwan_has_no_mission():
    assert next(office.city for office in last_steps("KZ", "BR", "letter")) == "New York"
    assert [office.kind for office in last_steps("TW", "BR", "letter")] == ["ministry", "head_of_state"]


def test_one_s_own_government_and_parliament():
    found = route(
        "KZ", "NO", [LONDON, *last_steps("KZ", "NO", "own_government")], as_of=TODAY, ask="own_government"
    )
    assert [s.office.name for s in found.steps] == [
        "Ministry of Foreign Affairs of Norway",
        "Office of the head of government of Norway",
    ]
    found = route("KZ", "NO", last_steps("KZ", "NO", "parliament"), as_of=TODAY, ask="parliament")
    assert [(s.office.name, s.reason_code) for s in found.steps] == [("Parliament of Norway", "own_country")]


def test_a_company_where_the_supporter_lives_then_elsewhere_then_its_parent():
    def company(name, stands, owns=""):
        return Office(name, "company", stands, stands, None, APPEAL, owns=owns)

    offices = [
        company("Parent", "LU", "Works"),
        company("Works", "KZ"),
        company("Branch", "NO"),
        company("Trader", "CH"),
        LONDON,
    ]
    found = route("KZ", "NO", offices, as_of=TODAY, ask="company")
    assert [(s.office.name, s.reason_code) for s in found.steps] == [
        ("Branch", "own_country"),
        ("Works", "at_home"),
        ("Trader", "elsewhere"),
        ("Parent", "parent"),
    ]


def test_a_caller_gets_offices_with_a_number_first():
    printed = embassy("Stockholm", "SE", "NO", told=APPEAL, reaches=(Reach("phone", "+46800000", APPEAL),))
    assert cities(route("KZ", "NO", [OSLO, printed], as_of=TODAY, ask="call")) == ["Stockholm", "Oslo"]


def test_an_accreditation_that_ended_is_over():
    ended = Office(
        "E", "embassy", "KZ", "NO", "Oslo", APPEAL, (Accreditation("NO", APPEAL, valid_to="2015"),)
    )
    assert cities(route("KZ", "NO", [ended], as_of=TODAY)) == []
    assert cities(route("KZ", "NO", [ended], as_of=THEN)) == ["Oslo"]


def test_an_office_in_doubt_comes_after_one_that_is_not():
    doubted = replace(OSLO, city="Bergen", doubt="nothing but its name is stated")
    found = route("KZ", "NO", [doubted, replace(LONDON, told=WIKIDATA)], as_of=TODAY).steps
    assert [(s.office.city, s.confidence_code) for s in found] == [
        ("London", "as_printed"),
        ("Bergen", "in_doubt"),
    ]
    assert found[1].note == "nothing but its name is stated"


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("en", "Ministry of Foreign Affairs of the Netherlands"),
        ("fr", "Ministère des Affaires étrangères des Pays-Bas"),
        ("de", "Außenministerium von den Niederlanden"),
        ("pt", "Ministério das Relações Exteriores dos Países Baixos"),
        ("ru", "Министерство иностранных дел (Нидерланды)"),
        ("ar-EG", "وزارة خارجية هولندا"),
    ],
)
def test_an_office_without_a_name_is_called_what_it_is(language: str, name: str) -> None:
    assert last_steps("KZ", "NL", "own_government", language)[0].name == name
