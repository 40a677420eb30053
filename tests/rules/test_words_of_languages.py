"""Whole sentences of each language: every key of the English file, and the same braces to fill in."""

from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
import yaml
from babel import Locale

SRC = Path(__file__).parents[2] / "src/tocsin"
FOLDERS = ["routing/words", "letters/words", "letters/words/tellings", "letters/words/paper"]
FILES = [file for folder in FOLDERS for file in sorted((SRC / folder).glob("*.yaml")) if file.stem != "en"]
# What a language has of its own: names that differ inside a sentence, numbers that it spells, where people stand in a clause.
OWN = {"countries", "spelled", "passive"}
# What a clause holds where the language wants it inside, and what else is put before or after it.
PLACED = {"whom", "when", "where"}
PLURALS = {"zero", "one", "two", "few", "many", "other"}
EXACTLY_ONE = 1  # stands before the plural 'one', which may be that of 21


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(SRC)))
def test_a_language_says_all_that_english_says(file):
    english = yaml.safe_load(file.with_name("en.yaml").read_text(encoding="utf-8"))
    words = yaml.safe_load(file.read_text(encoding="utf-8"))
    assert list(faults(words, english, Locale.parse(file.stem), file.stem)) == []


def faults(words: object, english: object, locale: Locale, at: str) -> Iterator[str]:
    """What a file lacks, or has too much, each with the way to it."""
    if is_counted(words) or is_counted(english):
        yield from faults_of_forms(by_number(words), by_number(english)["other"], locale, at)
    elif isinstance(english, dict) and isinstance(words, dict):
        yield from (f"{at}.{key}: only in one of the files" for key in sorted({*words} ^ {*english}))
        for key in {*words} & {*english} - OWN:
            yield from faults(words[key], english[key], locale, f"{at}.{key}")
    elif isinstance(english, list) and isinstance(words, list):
        unquoted = [word for word in words if isinstance(word, bool)]
        yield from (f"{at}: {word} wants quotation marks" for word in unquoted)
    elif not (isinstance(english, str) and isinstance(words, str)):
        yield f"{at}: {type(words).__name__} in place of {type(english).__name__}"
    elif not fills_in_alike(words, english):
        yield f"{at}: {sorted(braces(words))} in place of {sorted(braces(english))}"


def faults_of_forms(forms: dict[str, str], english: str, locale: Locale, at: str) -> Iterator[str]:
    """All plurals of small numbers; 'one' may say its number in words, the others fill in what English does."""
    if len({*forms} - {EXACTLY_ONE}) > 1:
        needed = {locale.plural_form(number) for number in range(200)} | {"other"}
        known = {*locale.plural_form.tags, "other"}
        yield from (f"{at}.{form}: missing" for form in sorted(needed - {*forms}))
        yield from (
            f"{at}.{form}: no plural of this language" for form in sorted({*forms} - known - {EXACTLY_ONE})
        )
    for form, words in forms.items():
        is_short = form in (EXACTLY_ONE, "zero", "one", "two") and braces(words) <= braces(english)
        if not is_short and not fills_in_alike(words, english):
            yield f"{at}.{form}: {sorted(braces(words))} in place of {sorted(braces(english))}"


def is_counted(words: object) -> bool:
    return isinstance(words, dict) and "other" in words and {*words} <= {*PLURALS, EXACTLY_ONE}


def by_number(words: object) -> dict[str, str]:
    return words if isinstance(words, dict) else {"other": str(words)}


def fills_in_alike(words: str, english: str) -> bool:
    return braces(english) <= braces(words) <= braces(english) | PLACED


def braces(words: str) -> set[str]:
    """`{Told}` begins a sentence in one language, `{told}` stands within it in another."""
    parts = Formatter().parse(words)
    return {name.casefold() for _text, name, _spec, _conversion in parts if name is not None}


@pytest.mark.parametrize(
    ("words", "english", "found"),
    [
        ({"a": "{x:de}"}, {"a": "{x}"}, []),
        ({"a": "{y}"}, {"a": "{x}"}, ["fr.a: ['y'] in place of ['x']"]),
        ({"a": "x", "b": "y"}, {"a": "x"}, ["fr.b: only in one of the files"]),
        ({"a": ["em", False]}, {"a": ["in"]}, ["fr.a: False wants quotation marks"]),
        ({"a": {"b": "x"}}, {"a": "x"}, ["fr.a: dict in place of str"]),
        ({"a": {"one": "un", "other": "{x}"}}, {"a": "{x}"}, []),
        (
            {"a": {"other": "{x}", "few": "{x}"}},
            {"a": "{x}"},
            ["fr.a.one: missing", "fr.a.few: no plural of this language"],
        ),
    ],
)
def test_what_a_translator_forgets_is_found(words, english, found):
    assert list(faults(words, english, Locale("fr"), "fr")) == found
