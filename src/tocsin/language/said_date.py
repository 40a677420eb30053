"""A date that a sentence can bend: `{date}` is 'май 2015', `{date:в}` 'в мае 2015 г.'

Kept by hand, a language and a word a row: `data/dates-in-prose.csv`.
"""

import csv
import re
from collections.abc import Mapping
from functools import cache
from importlib import resources

_KNOWN = re.compile(r"(?P<year>\d{4}|X{4})(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d\d))?)?")


class SaidDate(str):
    """As it stands on a list; with a word or an ending after a colon as prose has it with that."""

    edtf: str
    language: str

    def __new__(cls, words: str, edtf: str, language: str) -> "SaidDate":
        made = super().__new__(cls, words)
        made.edtf, made.language = edtf, language.split("-")[0]
        return made

    def __format__(self, word: str) -> str:
        """Plain after a word that no row knows, and where it is no plain date."""
        form = _forms().get((self.language, word)) if word else None
        found = _KNOWN.fullmatch(self.edtf.removesuffix("-XX").removesuffix("-XX"))
        if form is None or found is None:
            return str(self)
        return _said(form, found, str(self))


def _said(form: Mapping[str, str], found: re.Match[str], plain: str) -> str:
    year, month, day = found["year"], found["month"], found["day"]
    known = "day" if day else "month" if month else "year"
    return form[known if year.isdigit() else f"{known}_alone"].format(
        date=plain,
        year=year,
        month=form["months"].split()[int(month) - 1] if month else "",
        day=int(day or 0),
    )


@cache
def _forms() -> dict[tuple[str, str], dict[str, str]]:
    table = resources.files("tocsin.language").joinpath("data/dates-in-prose.csv").read_text(encoding="utf-8")
    return {(row["language"], row["word"]): row for row in csv.DictReader(table.splitlines())}
