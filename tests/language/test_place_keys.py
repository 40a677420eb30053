import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.language.place_keys import place_key, place_words


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Viet-Nam", "vietnam"),
        ("VIỆT NAM", "vietnam"),
        ("Côte d’Ivoire", "cotedivoire"),
        ("St. Kitts & Nevis", "stkittsandnevis"),
        ("İstanbul", "istanbul"),
        ("Ελλάδα", "ελλαδα"),
        ("أفغانستان", "افغانستان"),
        ("ایران", place_key("ايران")),
        ("한국", place_key("한 국")),
        ("", ""),
        ("?!", ""),
        ("𝑨frica", "africa"),
    ],
)
def test_one_spelling_for_all(name, key):
    assert place_key(name) == key


def test_vowel_signs_of_indic_scripts_tell_names_apart():
    assert place_key("नाइजर") != place_key("नाइजीरिया")


@given(st.text(max_size=80))
def test_a_key_is_its_own_key(name):
    assert place_key(place_key(name)) == place_key(name)
    assert "".join(place_words(name)) == place_key(name)
