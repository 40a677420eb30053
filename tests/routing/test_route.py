from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.routing.order import ORDER
from tocsin.routing.route import route
from tocsin.terms.offices import Accreditation, Office, Reach, Told

APPEAL = Told("appeal", "appeal.txt", "2011-06-15")
CHECKED = Told("reviewer", "the mission's own page", "2026-05-02")
DAY = date(2026, 6, 1)


def embassy(city, stands, *serves, told=APPEAL, kind="embassy", basis="listed"):
    accreditations = tuple(Accreditation(code, told, basis) for code in serves)
    return Office(f"{kind} in {city}", kind, "KZ", stands, city, told, accreditations)


LONDON = embassy("London", "GB", "GB", "NO")
OSLO = embassy("Oslo", "NO", "NO")
RIYADH = embassy("Riyadh", "SA", "SA", "BH", basis="covers")
TORONTO = embassy("Toronto", "CA", "CA", kind="consulate")
NEW_YORK = embassy("New York", "US", "UN", kind="permanent_mission")
MINISTRY = Office("Ministry of Justice", "ministry", "KZ", "KZ", "Astana", APPEAL)
COMPANY = Office("Akme plc", "company", "GB", "GB", "London", APPEAL)


def told(of, country, *offices, **options):
    found = route(of, country, offices, as_of=DAY, **options)
    return [(s.office.name, s.reason_code) for s in found.steps], [c.code for c in found.warnings]


@pytest.mark.parametrize(
    ("country", "steps"),
    [
        ("NO", [("embassy in London", "listed_for"), ("permanent_mission in New York", "united_nations")]),
        ("GB", [("embassy in London", "resident"), ("Akme plc", "own_country"), ("permanent_mission in New York", "united_nations")]),
        ("BH", [("embassy in Riyadh", "also_covers"), ("permanent_mission in New York", "united_nations")]),
        ("CA", [("consulate in Toronto", "consulate"), ("permanent_mission in New York", "united_nations")]),
        ("MN", [("permanent_mission in New York", "united_nations")]),
    ],
)  # fmt: skip
def test_the_nearest_office_comes_first_and_the_ministry_at_home_last(country, steps):
    found, _ = told("KZ", country, MINISTRY, NEW_YORK, COMPANY, RIYADH, TORONTO, LONDON)
    elsewhere = [] if country == "GB" else [("Akme plc", "elsewhere")]
    assert found == [*steps, ("Ministry of Justice", "at_home"), *elsewhere]


def test_norway_is_told_why_london_and_how_sure():
    (step,) = route("KZ", "NO", [LONDON], as_of=DAY).steps
    assert step.reason == "The appeal of June 2011 lists the London embassy for Norway."
    assert step.confidence == "not confirmed since"
    assert (step.source, step.source_date) == ("appeal.txt", "2011-06-15")


def test_what_a_reviewer_confirmed_goes_before_what_was_printed():
    confirmed = embassy("Stockholm", "SE", "NO", told=CHECKED)
    found = route("KZ", "NO", [LONDON, OSLO, confirmed], as_of=DAY).steps
    assert [s.office.city for s in found] == ["Stockholm", "Oslo", "London"]
    assert found[0].reason == "The embassy in Stockholm answers to Norway."
    assert found[0].confidence == "confirmed on 2 May 2026"


def test_a_confirmed_accreditation_of_a_printed_office_counts():
    office = Office(
        "E",
        "embassy",
        "KZ",
        "GB",
        "London",
        APPEAL,
        (Accreditation("NO", APPEAL), Accreditation("NO", CHECKED)),
    )
    assert route("KZ", "NO", [office], as_of=DAY).steps[0].confidence_code == "confirmed"


def test_a_confirmation_grows_old():
    old = embassy("Oslo", "NO", "NO", told=Told("reviewer", "call", "2026-01-01"))
    (step,) = route("KZ", "NO", [old], as_of=DAY).steps
    assert (step.confidence_code, step.confidence) == (
        "confirmed_long_ago",
        "confirmed on 1 January 2026, not since",
    )


def test_nobody_in_norway_is_offered_a_picket_in_london():
    assert told("KZ", "NO", LONDON, MINISTRY, ask="picket") == ([], ["picket_elsewhere", "nothing_known"])
    assert told("KZ", "NO", OSLO, ask="picket")[0] == [("embassy in Oslo", "resident")]


def test_at_home_there_are_no_missions_and_a_warning():
    assert told("KZ", "KZ", LONDON, MINISTRY) == (
        [("Ministry of Justice", "at_home")],
        ["own_country", "nothing_confirmed"],
    )


def test_missions_of_other_countries_are_left_out():
    other = Office(
        "Embassy of Chad in Oslo", "embassy", "TD", "NO", "Oslo", APPEAL, (Accreditation("NO", APPEAL),)
    )
    assert told("KZ", "NO", other) == ([], ["no_mission", "nothing_known"])


def test_lost_addresses_are_counted():
    lost = Office(
        "E", "embassy", "KZ", "NO", "Oslo", APPEAL, (Accreditation("NO", APPEAL),), redacted_emails=2
    )
    found = route("KZ", "NO", [lost], as_of=DAY)
    assert (
        found.warnings[-1].message
        == "E-mail addresses that stood in the appeal and cannot be read any more: 2."
    )


def test_confirmed_ways_come_first():
    printed, checked = Reach("email", "old@example.org", APPEAL), Reach("email", "new@example.org", CHECKED)
    phone = Reach("phone", "+442079460000", APPEAL)
    office = Office(
        "E", "embassy", "KZ", "NO", "Oslo", APPEAL, (Accreditation("NO", APPEAL),), (printed, phone, checked)
    )
    (step,) = route("KZ", "NO", [office], as_of=DAY).steps
    assert step.channels == {"email": [checked, printed], "phone": [phone]}


COUNTRIES = st.sampled_from(["NO", "GB", "SA", "BH", "CA", "US", "KZ", "MN"])
OFFICES = st.lists(st.sampled_from([LONDON, OSLO, RIYADH, TORONTO, NEW_YORK, MINISTRY, COMPANY]), unique=True)


@given(COUNTRIES, OFFICES)
def test_no_order_of_the_offices_changes_what_is_found(country, offices):
    forward = route("KZ", country, offices, as_of=DAY)
    backward = route("KZ", country, offices[::-1], as_of=DAY)
    assert {s.office.name for s in forward.steps} == {s.office.name for s in backward.steps}
    assert [s.reason_code for s in forward.steps] == [s.reason_code for s in backward.steps]
    assert all(s.reason_code in ORDER and s.reason.endswith(".") for s in forward.steps)
