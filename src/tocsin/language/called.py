"""A country's name that a sentence can bend: `{of}` is 'Norvège', `{of:de}` 'de la Norvège', `{of:en}` 'en Norvège'.

Kept by hand, a language a row: `data/articles-in-prose.csv`; names that prose shortens: `data/names-in-prose.csv`.
"""

import csv
from functools import cache
from pathlib import Path

from tocsin.language.contractions import after

WITH_ARTICLE = "+"


class Called(str):
    """As it stands on a list; with a word after a colon as prose has it after that word, with `+` with its article."""

    code: str
    language: str

    def __new__(cls, name: str, code: str, language: str) -> "Called":
        made = super().__new__(cls, name)
        made.code, made.language = code, language.split("-")[0]
        return made

    def __format__(self, word: str) -> str:
        if not word:
            return str(self)
        said = self._in_prose()
        return said if word == WITH_ARTICLE else after(word, said, self.language)

    def _in_prose(self) -> str:
        name = _names().get((self.language, self.code), str(self))
        article = _articles().get((self.language, self.code), "")
        return f"{article}{'' if article.endswith('’') or not article else ' '}{name}"


@cache
def _articles() -> dict[tuple[str, str], str]:
    rows = _rows("articles-in-prose.csv")
    return {(row["language"], code): row["article"] for row in rows for code in row["countries"].split()}


@cache
def _names() -> dict[tuple[str, str], str]:
    return {(row["language"], row["country"]): row["name"] for row in _rows("names-in-prose.csv")}


def _rows(file: str) -> list[dict[str, str]]:
    text = (Path(__file__).parent / "data" / file).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
