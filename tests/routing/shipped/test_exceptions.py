"""Exceptions as shipped: what the Factbook's notes, the Irish list and named statements say."""

import pytest

from tocsin.routing.shipped import exceptions_between, exceptions_of
from tocsin.routing.shipped.tables import all_rows
from tocsin.terms.offices import Exceptional


def between(sender: str, receiver: str) -> list[tuple[str, str, str]]:
    return [(e.kind, e.host, e.city) for e in exceptions_between(sender, receiver)]


def one(sender: str, receiver: str, kind: str) -> Exceptional:
    (found,) = [e for e in exceptions_of(sender) if (e.receiver, e.kind) == (receiver, kind)]
    return found


@pytest.mark.parametrize(
    ("sender", "receiver", "stated"),
    [
        ("IR", "US", ("interests_section", "PK", "Washington")),
        ("US", "IR", ("interests_section", "CH", "Tehran")),
        ("US", "KP", ("protecting_power", "SE", "Pyongyang")),
        ("KP", "US", ("un_only", "", "New York")),
        ("US", "BT", ("no_relations", "IN", "New Delhi")),
        ("VU", "US", ("un_mission_is_embassy", "", "New York")),
        ("SY", "US", ("suspended", "", "Washington")),
        ("AF", "US", ("closed", "", "Washington")),
        ("US", "AF", ("relocated", "QA", "Doha")),
        ("US", "LY", ("relocated", "TN", "Tunis")),
        ("US", "VE", ("relocated", "CO", "Bogotá")),
        ("US", "KM", ("cross", "MG", "Antananarivo")),
        ("US", "AG", ("cross", "BB", "Bridgetown")),
        ("US", "LI", ("cross", "CH", "Bern")),
        ("US", "MV", ("cross", "LK", "Colombo")),
        ("US", "MO", ("consulate_covers", "HK", "Hong Kong")),
        ("TW", "US", ("de_facto", "US", "Washington")),
        ("AD", "IE", ("home_based", "AD", "Andorra la Vella")),
        ("SE", "IE", ("resident", "IE", "Dublin")),
        ("NO", "KZ", ("home_based", "NO", "Oslo")),
        ("RU", "GE", ("interests_section", "CH", "Tbilisi")),
        ("CA", "IR", ("protecting_power", "IT", "Tehran")),
        ("SY", "GB", ("closed", "", "London")),
    ],
)
def test_what_is_stated_between_two_countries(
    sender: str, receiver: str, stated: tuple[str, str, str]
) -> None:
    assert stated in between(sender, receiver)


def test_the_days_are_those_of_the_source() -> None:
    assert one("SY", "US", "suspended").valid_from == "2014-03-18"
    assert one("VE", "US", "suspended").valid_from == "2023-01-05"
    assert one("US", "SD", "suspended").valid_from == "2023-04-22"
    assert one("US", "SC", "resident").valid_from == "2023-06-01"
    assert one("US", "KM", "cross").valid_from is None


def test_a_list_of_2011_ends_where_a_younger_one_says_otherwise() -> None:
    london = one("KZ", "NO", "cross")
    assert (london.city, london.told.kind, london.told.date) == ("London", "appeal", "2011-06-15")
    assert london.valid_to == "2022-11-16"
    assert one("KZ", "TJ", "cross").valid_to is None


def test_every_note_says_what_the_source_says() -> None:
    assert [row for row in all_rows("exceptions.csv") if len(row["note"]) < 15] == []


def test_there_are_many() -> None:
    assert len(all_rows("exceptions.csv")) > 150


def test_most_states_have_none() -> None:
    assert exceptions_of("LS") == ()
