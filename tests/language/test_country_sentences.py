import pytest

from tocsin.language.country_sentences import called


@pytest.mark.parametrize(
    ("code", "language", "words"),
    [
        ("US", "en", "the United States"),
        ("NL", "en-GB", "the Netherlands"),
        ("NO", "en", "Norway"),
        ("US", "fr", "États-Unis"),
        ("", "en", ""),
    ],
)
def test_a_country_in_a_sentence(code, language, words):
    assert called(code, language) == words
