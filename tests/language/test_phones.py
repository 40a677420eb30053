import csv
import re
from importlib import resources

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.language.phones import country_of_number, read_number, renumberings, was_renumbered
from tocsin.terms.contacts import Number


@pytest.mark.parametrize(
    ("printed", "country", "city", "e164", "repaired"),
    [
        ("+44 20 7946 0000", None, None, "+442079460000", None),
        ("+44 (0)20 7946 0000", "NO", None, "+442079460000", None),
        ("0044 20 7946 0000", None, None, "+442079460000", None),
        ("011 44 20 7946 0000", "US", None, "+442079460000", None),
        ("(4420)-79460000", "GB", None, "+442079460000", None),
        ("(+48) 601234567", "PL", None, "+48601234567", None),
        ("4420 7946 0000", "GB", None, "+442079460000", None),
        ("020 7946 0000", "GB", None, "+442079460000", "country code 44 added"),
        ("202-456-1111 ext. 12", "US", None, "+12024561111", "country code 1 added"),
        ("2262900", "PK", "Islamabad", "+92512262900", "country code 92 and area code 51 of Islamabad added"),
        ("(095)-1234567", "RU", None, "+74951234567", "Moscow: area code 095 became 495 (2005); country code 7 added"),
        ("(9661)-4701800", "SA", None, "+966114701800", "Saudi Arabia: a 1 was put before area codes (2013)"),
        ("(8610)-5326100", "CN", None, "+861065326100", "Beijing: a 6 was put before seven-digit numbers (1996)"),
        ("(9821)-2565900", "IR", None, "+982122565900", "Tehran: the first digit of seven-digit numbers was doubled (2005)"),
        ("0171 946 0000", "GB", None, "+442079460000", "London: 0171 became 020 7 (2000); country code 44 added"),
        ("+7 3292 501234", None, None, "+77292501234", "Kazakhstan: area codes that began with 3 begin with 7 (2008)"),
    ],
)  # fmt: skip
def test_what_would_be_dialled_today_and_what_was_mended(printed, country, city, e164, repaired):
    assert read_number(printed, country, city) == Number(printed, e164, True, repaired)


@pytest.mark.parametrize(
    ("printed", "country", "city"),
    [("(8922)-906-248", "GE", "Tbilisi"), ("12", "NO", None), ("2262900", "PK", None), ("2262900", None, None), ("", None, None)],
)  # fmt: skip
def test_what_cannot_be_mended_is_left_as_printed(printed, country, city):
    number = read_number(printed, country, city)
    assert (number.as_written, number.valid, number.repaired) == (printed, False, None)


def test_a_number_is_read_where_the_office_stands():
    assert read_number("(4420)-79460000", "GB").valid
    assert not read_number("(3702)-222100", "LV").valid


def test_renumbered_numbers_are_told_from_completed_ones():
    assert was_renumbered(read_number("(095)-1234567", "RU"))
    assert not was_renumbered(read_number("020 7946 0000", "GB"))
    assert not was_renumbered(read_number("+44 20 7946 0000", "GB"))


@pytest.mark.parametrize(
    ("printed", "country"),
    [("+47 22 12 34 56", "NO"), ("612-255-0000", "US"), ("(202) 456-1111", "US"), ("22 12 34 56", None)],
)
def test_the_country_that_a_number_names(printed, country):
    assert country_of_number(printed) == country


ROWS = list(
    csv.DictReader(
        resources.files("tocsin.language").joinpath("data/renumberings.csv").read_text().splitlines()
    )
)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['country']} {row['before']}")
def test_every_row_of_the_table_makes_a_number_of_todays_plan(row):
    """An example of the new form, undone by hand, must come back."""
    code = phonenumbers.country_code_for_region(row["country"])
    assert row["words"]
    assert re.fullmatch(r"(19|20)\d\d", row["since"])
    assert row["source"]
    filled = [re.sub(r"\\d\{(\d)\}", lambda m: "2345678901"[: int(m[1])], row["before"])]
    national = re.sub(r"\((\w+)(?:\|\w+)*\)", r"\1", re.sub(r"\[\^?(\d)[^\]]*\]", r"\1", filled[0]))
    national = national.replace("0?", "").replace(r"\d", "2").replace("(", "").replace(")", "")
    match = re.fullmatch(row["before"], national)
    assert match
    now = phonenumbers.parse(f"+{code}{match.expand(row['now'])}")
    assert phonenumbers.is_possible_number(now)


@given(st.text("0123456789 ()+-/.", max_size=24), st.sampled_from([None, "GB", "US", "KZ", "IT"]))
def test_anything_that_looks_like_a_number_can_be_read(printed, country):
    number = read_number(printed, country)
    assert number.as_written == printed
    assert number.e164 is None or re.fullmatch(r"\+\d{2,20}", number.e164)
    assert not (number.valid and number.e164 is None)
    assert not (number.repaired and not number.valid)


def test_the_table_is_grouped_by_country():
    assert {row["country"] for row in ROWS} == set(renumberings())
