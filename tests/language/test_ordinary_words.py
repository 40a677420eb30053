from tocsin.language.lexicon import languages
from tocsin.language.ordinary_words import how_ordinary


def test_the_commoner_a_word_the_higher() -> None:
    assert how_ordinary("because", "en") == 3
    assert how_ordinary("cosecha", "es") == 1
    assert how_ordinary("zhaksylyk", "en") == 0


def test_names_are_left_out() -> None:
    assert [how_ordinary(word, "en") for word in ("michael", "london", "france")] == [0, 0, 0]


def test_a_language_without_a_list_calls_nothing_ordinary() -> None:
    assert how_ordinary("的", "zh") == 0


def test_every_language_with_blanks_has_a_list() -> None:
    first = {"en": "and", "es": "que", "fr": "les", "de": "die", "it": "che", "pt": "que", "ru": "что", "cs": "ale",
             "da": "det", "bg": "това"}  # fmt: skip
    assert languages() - first.keys() == {"zh"}
    assert all(how_ordinary(word, language) == 3 for language, word in first.items())
