import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.language.countries import country_codes
from tocsin.language.suggest_places import Suggestion, suggest


def codes(prefix, language="en", limit=8):
    return [s.country for s in suggest(prefix, language, limit)]


@pytest.mark.parametrize(
    ("prefix", "language", "first"),
    [
        ("kaz", "en", "KZ"),
        ("Каз", "ru", "KZ"),
        ("Каз", "en", "KZ"),
        ("Kasach", "de", "KZ"),
        ("Kasach", "en", "KZ"),
        ("哈萨", "zh", "KZ"),
        ("كازا", "ar", "KZ"),
        ("united k", "en", "GB"),
        ("norw", "en", "NO"),
        ("Noruega", "en", "NO"),
        ("ivory", "en", "CI"),
        ("burma", "en", "MM"),
        ("deutschl", "en", "DE"),
        ("Almaty", "en", "KZ"),
        ("uk", "en", "GB"),
        ("khazakst", "en", "KZ"),
        ("swizterl", "en", "CH"),
        ("emirates", "en", "AE"),
        ("san", "en", "SM"),
    ],
)
def test_the_first_suggestion(prefix, language, first):
    assert codes(prefix, language)[0] == first


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("korea", {"KP", "KR"}),
        ("Congo", {"CD", "CG"}),
        ("Crimea", {"RU", "UA"}),
        ("Czechoslovakia", {"CZ", "SK"}),
        ("guin", {"GN", "GQ", "GW", "PG"}),
        ("Niger", {"NE", "NG"}),
        ("korae", {"KP", "KR"}),
    ],
)
def test_all_that_may_be_meant_is_offered(typed, offered):
    assert offered <= set(codes(typed))


def test_names_are_in_the_language_of_the_page_and_say_why():
    assert suggest("Noruega", "de", 1) == (Suggestion("NO", "Norwegen", "Noruega"),)
    assert suggest("Norwegen", "de", 1) == (Suggestion("NO", "Norwegen"),)
    assert suggest("", "de") == ()
    assert suggest("?!", "de") == ()


@given(st.text(max_size=30), st.sampled_from(["en", "ru", "zh", "xx"]), st.integers(1, 12))
def test_any_text_gives_countries_each_once(prefix, language, limit):
    found = codes(prefix, language, limit)
    assert len(found) == len(set(found)) <= limit
    assert set(found) <= country_codes()
