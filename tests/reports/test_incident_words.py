"""Every type of incident has a name that can be translated."""

from tocsin.reports.incident_words import INCIDENT_WORDS, incident_words
from tocsin.terms.incidents import incident_types


def test_the_names_are_those_of_the_table() -> None:
    assert {code: str(words) for code, words in INCIDENT_WORDS.items()} == {
        code: kind.label for code, kind in incident_types().items()
    }


def test_a_type_that_is_not_ours_is_called_by_its_code() -> None:
    assert incident_words("flood") == "flood"
