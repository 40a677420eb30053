"""States that keep no ordinary embassy somewhere. The rows are those of the Factbook (January 2026) and Ireland's list (May 2024)."""

from datetime import date

import pytest

from tocsin.routing.route import route
from tocsin.terms.offices import Accreditation, Exceptional, Office, Told

FACTBOOK = Told("official", "The World Factbook", "2026-01-22")
IRELAND = Told("official", "Ireland’s diplomatic list", "2024-05")
WIKIDATA = Told("directory", "Wikidata", "2022-11-16")
APPEAL = Told("appeal", "appeal.txt", "2026-05-15")
DAY = date(2026, 6, 1)


def exception(sender, receiver, kind, host="", city="", note="", told=FACTBOOK, **dates):
    return Exceptional(sender, receiver, kind, host, city, note, told, **dates)


def embassy(of, stands, city, *serves, told=WIKIDATA):
    accreditations = tuple(Accreditation(code, told, "stated") for code in serves)
    return Office(f"Embassy in {city}", "embassy", of, stands, city, told, accreditations)


def found(of, country, offices=(), exceptions=(), day=DAY, **options):
    got = route(of, country, offices, as_of=day, exceptions=exceptions, **options)
    return [(s.office.name, s.office.in_country, s.reason_code) for s in got.steps], [
        c.code for c in got.warnings
    ]


@pytest.mark.parametrize(
    ("exception", "step"),
    [
        (exception("IR", "US", "interests_section", "PK", "Washington"), ("Interests section of Iran in the embassy of Pakistan in Washington", "US", "interests_section")),
        (exception("US", "KP", "protecting_power", "SE", "Pyongyang"), ("Embassy of Sweden in Pyongyang, for the United States", "KP", "protecting_power")),
        (exception("KP", "US", "un_only", "", "New York"), ("Permanent Mission of North Korea to the United Nations in New York", "US", "united_nations")),
        (exception("VU", "US", "un_mission_is_embassy", "", "New York"), ("Permanent Mission of Vanuatu to the United Nations in New York", "US", "un_mission_is_embassy")),
        (exception("US", "BT", "no_relations", "IN", "New Delhi"), ("Embassy of the United States in New Delhi", "IN", "informal")),
        (exception("US", "AF", "relocated", "QA", "Doha"), ("Embassy of the United States in Doha", "QA", "relocated")),
        (exception("US", "ST", "cross", "AO", "Luanda"), ("Embassy of the United States in Luanda", "AO", "listed_for")),
        (exception("US", "MO", "consulate_covers", "HK", "Hong Kong"), ("Consulate of the United States in Hong Kong", "HK", "consulate")),
        (exception("TW", "US", "de_facto", "US", "Washington"), ("Representative office of Taiwan in Washington", "US", "de_facto")),
        (exception("AD", "IE", "home_based", "AD", "Andorra la Vella", told=IRELAND), ("Ambassador of Andorra to Ireland, in Andorra la Vella", "AD", "home_based")),
        (exception("BB", "IE", "resident", "IE", "Dublin", told=IRELAND), ("Embassy of Barbados in Dublin", "IE", "resident")),
    ],
)  # fmt: skip
def test_an_exception_names_an_office(exception, step):
    assert found(exception.sender, exception.receiver, exceptions=[exception])[0] == [step]


@pytest.mark.parametrize("kind", ["closed", "suspended"])
def test_a_closed_embassy_is_told_and_not_offered(kind):
    washington = embassy("SY", "US", "Washington", "US")
    ended = exception("SY", "US", kind, note="operations suspended", valid_from="2014-03-18")
    steps, warnings = found("SY", "US", [washington], [ended])
    assert (steps, warnings) == ([], ["no_embassy", "set_aside", "no_mission", "nothing_known"])


def test_a_younger_official_list_sets_an_older_directory_aside_and_says_so():
    london, dublin = (
        embassy("KW", "GB", "London", "GB", "IE"),
        exception("KW", "IE", "resident", "IE", "Dublin", "in Dublin", IRELAND),
    )
    got = route("KW", "IE", [london], as_of=DAY, exceptions=[dublin])
    assert [s.office.city for s in got.steps] == ["Dublin"]
    assert got.warnings[0].message == (
        "Wikidata (November 2022) names London for Ireland; Ireland’s diplomatic list (May 2024) says otherwise: in Dublin."
    )


def test_the_directory_s_own_row_is_used_where_it_stands_there():
    dublin = embassy("KW", "IE", "Dublin", "IE")
    got = route(
        "KW",
        "IE",
        [dublin],
        as_of=DAY,
        exceptions=[exception("KW", "IE", "resident", "IE", "Dublin", told=IRELAND)],
    )
    assert [(s.office, s.source) for s in got.steps] == [(dublin, IRELAND.source)]


def test_what_a_case_says_stays_beside_an_exception():
    printed = embassy("SY", "US", "Washington", "US", told=APPEAL)
    steps, warnings = found("SY", "US", [printed], [exception("SY", "US", "suspended", note="n")])
    assert steps == [("Embassy in Washington", "US", "resident")]
    assert warnings[0] == "no_embassy"


def test_before_it_began_and_after_it_ended_an_exception_is_none():
    closed = exception("SY", "US", "suspended", valid_from="2014-03-18", valid_to="2030")
    listed = embassy("SY", "US", "Washington", "US", told=Told("official", "a list", "2010"))
    for day, there in ((date(2013, 1, 1), 1), (date(2020, 1, 1), 0), (date(2031, 1, 1), 1)):
        assert len(found("SY", "US", [listed], [closed], day)[0]) == there


def test_an_exception_of_others_changes_nothing():
    other = exception("SY", "GB", "closed")
    assert found("SY", "US", [embassy("SY", "US", "Washington", "US")], [other])[1] == ["nothing_confirmed"]
