"""Whole sentences per language, for translators; see `en.yaml`."""

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

Words = Mapping[str, Any]


@cache
def letter_words(language: str) -> Words:
    """The sentences of a language (BCP 47), of English where it has no file yet."""
    import yaml  # here, since mailto links and drafts need no sentences

    code = language.split("-")[0].lower()
    name = f"{code if code in letter_languages() else 'en'}.yaml"
    text = resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
    words: Words = yaml.load(text, Loader=yaml.CSafeLoader)
    return words


@cache
def letter_languages() -> frozenset[str]:
    """Languages that letters can be drafted in."""
    names = (entry.name for entry in resources.files(__package__).iterdir())
    return frozenset(name.removesuffix(".yaml") for name in names if name.endswith(".yaml"))
