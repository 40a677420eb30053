import csv
import timeit
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.language.countries import country_codes, country_name
from tocsin.language.find_place import find_place, sovereign_of

NAMES = [
    (row["name"], row["expected"])
    for row in csv.DictReader(Path(__file__).with_name("place-names.csv").read_text().splitlines())
]


def answer(name):
    """A code; '?' where one is asked back; 'h:' and the former code for a state that is no more; '-' where nothing is known."""
    known = find_place(name)
    if known.kind == "historical":
        return f"h:{known.formerly}"
    return known.country or ("?" if known else "-")


@pytest.mark.parametrize(("name", "expected"), NAMES, ids=[name for name, _ in NAMES])
def test_names_that_people_type(name, expected):
    assert answer(name) == expected


@pytest.mark.parametrize(
    ("name", "kind", "choices"),
    [
        ("Korea", "name", ("KP", "KR")),
        ("Congo", "name", ("CD", "CG")),
        ("Virgin Islands", "name", ("VG", "VI")),
        ("Crimea", "place", ("RU", "UA")),
        ("Севастополь", "place", ("RU", "UA")),
        ("Northern Cyprus", "place", ("CY", "TR")),
        ("Somaliland", "place", ("DJ", "ET", "SO")),
        ("Transnistria", "place", ("MD", "UA")),
        ("Абхазия", "place", ("GE", "RU")),
        ("Kurdistan", "place", ("IQ", "IR", "SY", "TR")),
        ("Jerusalem", "place", ("IL", "PS")),
        ("Kashmir", "place", ("CN", "IN", "PK")),
        ("Odessa", "city", ("US", "UA")),
        ("Czechoslovakia", "historical", ("CZ", "SK")),
        ("Africa", "region", ()),
    ],
)
def test_where_one_must_ask_back_it_says_what_to_ask(name, kind, choices):
    known = find_place(name)
    assert (known.country, known.kind, known.choices) == (None, kind, choices)


@pytest.mark.parametrize(
    ("name", "kind", "country", "sovereign"),
    [
        ("Norway", "country", "NO", None),
        ("Kosovo", "country", "XK", None),
        ("Western Sahara", "country", "EH", None),
        ("Puerto Rico", "territory", "PR", "US"),
        ("Saint Helena", "territory", "SH", "GB"),
        ("Scotland", "region", "GB", None),
        ("West Kazakhstan", "region", "KZ", None),
        ("Almaty", "city", "KZ", None),
        ("Kyrgyz", "country", "KG", None),
        ("казахстанский", "people", "KZ", None),
        ("Nowhereland", "unknown", None, None),
    ],
)
def test_what_kind_of_place_it_is(name, kind, country, sovereign):
    known = find_place(name)
    assert (known.kind, known.country, known.sovereign) == (kind, country, sovereign)


def test_a_state_that_is_no_more_names_its_successors_and_is_no_country():
    known = find_place("Československo")
    assert (known.country, known.successors, known.formerly) == (None, ("CZ", "SK"), "CSHH")


def test_territories_and_who_stands_for_them():
    assert [sovereign_of(code) for code in ("PR", "GL", "HK", "NC", "NO", "XK", "TW", "")] == [
        "US",
        "DK",
        "CN",
        "FR",
        None,
        None,
        None,
        None,
    ]


@pytest.mark.parametrize("code", sorted(country_codes()))
def test_every_country_is_found_in_the_great_languages(code):
    for language in ("en", "es", "fr", "ru", "zh", "ar"):
        known = find_place(country_name(code, language))
        assert code in (known.country, *known.choices), (language, country_name(code, language))


@given(st.text(max_size=60))
def test_any_text_gives_known_codes(text):
    known = find_place(text)
    assert {known.country, *known.choices, *known.successors} - {None} <= country_codes()
    assert known.country is None or not known.choices
    assert known.as_written == text


@given(st.sampled_from(["Korea, ", "St. ", "republic of ", "a,", "(", "ا", "ё", "- "]), st.integers(1, 3000))
def test_hostile_repeats(piece, times):
    assert find_place(piece * times).as_written == piece * times


def test_time_is_bounded_however_long_the_text():
    def best(text):
        return min(timeit.repeat(lambda: find_place.__wrapped__(text), number=1, repeat=5))

    assert best("Republic of, " * 20_000) < 20 * best("Republic of, " * 100) + 0.01
