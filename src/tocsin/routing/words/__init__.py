"""Reasons and confidence in whole sentences per language, for translators; see `en.yaml`."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

Sentences = Mapping[str, Mapping[str, str]]


@cache
def route_words(language: str) -> Sentences:
    """The sentences of a language (BCP 47), of English where it has no file yet."""
    import yaml  # here, since most of what imports routing needs no words

    own = Path(__file__).with_name(f"{language.split('-')[0].lower()}.yaml")
    text = (own if own.is_file() else own.with_name("en.yaml")).read_text(encoding="utf-8")
    words: Sentences = yaml.load(text, Loader=yaml.CSafeLoader)
    return words
