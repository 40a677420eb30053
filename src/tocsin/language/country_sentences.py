"""How a country is called inside a sentence: 'the United States', 'Norway'."""

import csv
from functools import cache, lru_cache
from pathlib import Path

from tocsin.language.called import Called
from tocsin.language.countries import country_name


@lru_cache(4096)
def called(code: str, language: str = "en") -> Called:
    """The name of a country (ISO 3166-1 alpha-2) in a language (BCP 47), with its article where that has one."""
    name = country_name(code, language)
    article = _articles().get((language.split("-")[0], code), "")
    has_own = name.lower().startswith(f"{article} ")
    return Called(f"{article} {name}" if article and not has_own else name, code, language)


@cache
def _articles() -> dict[tuple[str, str], str]:
    """Kept by hand: article, and the countries that stand with it, a language a row."""
    text = (Path(__file__).parent / "data/country-articles.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return {(row["language"], code): row["article"] for row in rows for code in row["countries"].split()}
