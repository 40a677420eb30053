"""Reasons and confidence in whole sentences per language, for translators; see `en.yaml`."""

from collections.abc import Mapping
from functools import cache
from importlib import resources

Sentences = Mapping[str, Mapping[str, str]]


@cache
def route_words(language: str) -> Sentences:
    """The sentences of a language (BCP 47), of English where it has no file yet."""
    import yaml  # here, since most of what imports routing needs no words

    files = resources.files(__package__)
    own = files.joinpath(f"{language.split('-')[0].lower()}.yaml")
    text = (own if own.is_file() else files.joinpath("en.yaml")).read_text(encoding="utf-8")
    words: Sentences = yaml.load(text, Loader=yaml.CSafeLoader)
    return words
