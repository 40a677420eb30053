"""Whole sentences per language, for translators; see `en.yaml`, `tellings/en.yaml` and `paper/en.yaml`."""

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

Words = Mapping[str, Any]


def letter_words(language: str) -> Words:
    """The sentences of a letter in a language (BCP 47), of English where it has no file yet."""
    return _words("", _known(language, letter_languages()))


def telling_words(language: str) -> Words:
    """What a story is told with in a language (BCP 47), in English where it has no file yet."""
    return _words("tellings", telling_language(language))


def paper_words(language: str) -> Words:
    """The labels of faxes, bundles and petition books in a language (BCP 47), in English where it has no file yet."""
    return _words("paper", _known(language, paper_languages()))


def telling_language(language: str) -> str:
    """The language in which a story asked for in `language` is told."""
    return _known(language, telling_languages())


@cache
def letter_languages() -> frozenset[str]:
    """Languages that letters can be drafted in."""
    return _languages("")


@cache
def telling_languages() -> frozenset[str]:
    """Languages that stories can be told in."""
    return _languages("tellings")


@cache
def paper_languages() -> frozenset[str]:
    """Languages that paper and bundles can be headed in."""
    return _languages("paper")


def _known(language: str, known: frozenset[str]) -> str:
    code = language.split("-")[0].lower()
    return code if code in known else "en"


def _languages(folder: str) -> frozenset[str]:
    names = (entry.name for entry in resources.files(__package__).joinpath(folder).iterdir())
    return frozenset(name.removesuffix(".yaml") for name in names if name.endswith(".yaml"))


@cache
def _words(folder: str, language: str) -> Words:
    import yaml  # here, since mailto links and drafts need no sentences

    file = resources.files(__package__).joinpath(folder, f"{language}.yaml")
    words: Words = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return words
