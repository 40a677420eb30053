"""The words by which contacts are known: `language/data/contacts/<language>.yaml`."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path

from tocsin.language.lexicon import Lexicon, lexicon_of
from tocsin.language.phrases import Hit


@dataclass(frozen=True)
class ContactWords:
    """The lexicons of the text's language and of English, since lists of addresses mix them."""

    lexicons: tuple[Lexicon, ...]

    @property
    def language(self) -> str:
        return self.lexicons[0].language

    def find(self, part: str, text: str) -> list[Hit]:
        """Hits of a part, longest first of those that begin together, without overlaps."""
        kept: list[Hit] = []
        for hit in sorted(self._all(part, text), key=lambda h: (h.start, -h.end)):
            if not kept or hit.start >= kept[-1].end:
                kept.append(hit)
        return kept

    def _all(self, part: str, text: str) -> Iterator[Hit]:
        for lexicon in self.lexicons:
            yield from lexicon.cues(part).find(text)

    def first_code(self, part: str, text: str) -> str | None:
        """The first code of the list, not of the text, that is found: lists begin with the most telling."""
        return next((hit.code for hit in self._all(part, text)), None)

    def words(self, part: str) -> frozenset[str]:
        return frozenset().union(*(lexicon.words(part) for lexicon in self.lexicons))


@cache
def contact_words(language: str | None) -> ContactWords:
    code = (language or "en").split("-")[0].lower()
    return ContactWords(tuple(_lexicon(c) for c in dict.fromkeys((code, "en")) if _file(c).is_file()))


@cache
def _lexicon(code: str) -> Lexicon:
    return lexicon_of(code, [_file(code)])


def _file(code: str) -> Path:
    return Path(str(resources.files("tocsin.language").joinpath("data", "contacts", f"{code}.yaml")))
