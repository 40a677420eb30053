"""What may be found: a title, what a result says of it, and its words."""

import hashlib
import json
from dataclasses import asdict, dataclass
from itertools import islice

from tocsin.language.edtf import Days, days_of
from tocsin.language.heard.scripts import found_by
from tocsin.language.name_fold import name_words
from tocsin.language.search_words import sounds_of, sounds_of_name, words_in

from ..models import SearchEntry
from .words import Words

MOST_WORDS = 30_000  # of one text that are found: a book of a hundred pages
_VERSION = 4  # of how words are folded: counted up, everything is made anew
Key = tuple[str, int]


@dataclass(frozen=True)
class Document:
    """`about` names its row: of a report, a subject, an office or a case. `text` is found and not kept here;

    `names` are those of people, found in every spelling.
    """

    kind: str
    about: Key
    title: str
    said: str = ""
    text: str = ""
    names: tuple[str, ...] = ()
    case: int | None = None
    country: str = ""
    language: str = ""
    days: Days | None = None

    @property
    def sha256(self) -> str:
        """Of all of it, so that the same is not written again."""
        told = json.dumps([_VERSION, asdict(self)], default=str)
        return hashlib.sha256(told.encode()).hexdigest()

    def entry(self) -> SearchEntry:
        column, key = self.about
        return SearchEntry(
            kind=self.kind,
            title=self.title[:300],
            said=self.said,
            country=self.country,
            language=self.language,
            first_day=self.days and self.days.first,
            last_day=self.days and self.days.last,
            sha256=self.sha256,
            **{"case_id": self.case, f"{column}_id": key},
        )

    def words(self, entry: int) -> Words:
        head, sounds = _folded(self.title)
        rest, others = _folded(f"{self.said}\n{self.text}")
        return Words(entry, head, rest, sounds | others | _of_names(self.names))


def _folded(text: str) -> tuple[tuple[str, ...], frozenset[str]]:
    found = list(islice(words_in(text), MOST_WORDS))
    sounds = {form for word in found if not word.is_pair for form in sounds_of(text[word.start : word.end])}
    return tuple(word.printed for word in found), frozenset(sounds)


def _of_names(names: tuple[str, ...]) -> frozenset[str]:
    """Of each word, and of a name as a whole: other scripts put no space between its words."""
    words = (form for name in names for word in name_words(name) for form in sounds_of_name(word))
    return frozenset(words).union(*map(found_by, names))


def dated(edtf: str) -> Days | None:
    """The first and the last day that a date may mean, where it has a year."""
    found = days_of(edtf)
    return found if found and found.has_year else None
