"""Words that melt with the next: French 'de' before 'le Togo' is 'du Togo'. Rules: `data/contractions.csv`."""

import csv
from functools import cache
from pathlib import Path
from typing import NamedTuple


class _Rule(NamedTuple):
    """`opening` is a whole word, or with `*` a beginning; `becomes` keeps all of the text where it has braces."""

    opening: str
    becomes: str

    def apply(self, text: str) -> str | None:
        opening = self.opening.removesuffix("*")
        rest = text.removeprefix(opening)
        if not text.startswith(opening) or not (self.opening.endswith("*") or rest[:1] in ("", " ")):
            return None
        return self.becomes.format(text) if "{" in self.becomes else f"{self.becomes} {rest.strip()}"


class Joining(str):
    """A text before which a sentence may put a word that melts with it: `{whom:de}` is 'du docker' or 'd’Ann Lee'."""

    language: str

    def __new__(cls, text: str, language: str) -> "Joining":
        made = super().__new__(cls, text)
        made.language = language
        return made

    def __format__(self, word: str) -> str:
        return after(word, str(self), self.language) if word else str(self)


def after(word: str, text: str, language: str) -> str:
    """`text` after a word of a language (BCP 47)."""
    rules = _rules().get((language.split("-")[0], word), ())
    joined = (said for rule in rules if (said := rule.apply(text)))
    return next(joined, f"{word} {text}")


@cache
def _rules() -> dict[tuple[str, str], list[_Rule]]:
    """By language and word, the first that fits comes first; openings stand between bars."""
    text = (Path(__file__).parent / "data/contractions.csv").read_text(encoding="utf-8")
    found: dict[tuple[str, str], list[_Rule]] = {}
    for row in csv.DictReader(text.splitlines()):
        rules = found.setdefault((row["language"], row["word"]), [])
        rules += [_Rule(opening, row["becomes"]) for opening in row["before"].split("|")]
    return found
