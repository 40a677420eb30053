"""What a page is told about an action: plain values."""

from dataclasses import dataclass
from datetime import date

from tocsin.cases.view import CaseView


@dataclass(frozen=True)
class LetterView:
    """The letter as drafted in one language (BCP 47); lines end in LF. `capacity` is of whom it is for, empty in general."""

    language: str
    subject: str
    body: str
    capacity: str = ""


@dataclass(frozen=True)
class AskView:
    """`kind` is a code of the draft schema, `label` its words; `when` is EDTF, `when_words` its words."""

    kind: str
    label: str
    text: str
    audience: str
    when: str
    when_words: str


@dataclass(frozen=True)
class ActionView:
    """An action as the public may see it: names that are withheld stand nowhere in it.

    `language` is that of the texts: the reader's, where the action has all of them in it, else `own_language`, in which it
    was written. `case` is the public view of its case. `is_open`: supporters may take part now.
    """

    pk: int
    slug: str
    title: str
    story: str
    organiser: str
    language: str
    deadline: date | None
    state: str
    is_open: bool
    is_sample: bool
    own_language: str
    country: str
    country_name: str
    demands: tuple[str, ...]
    asks: tuple[AskView, ...]
    letters: tuple[LetterView, ...]
    case: CaseView
    capacity_letters: tuple[LetterView, ...] = ()

    def letters_for(self, capacity: str) -> tuple[LetterView, ...]:
        """Those for offices of a capacity; the general ones where it has none of its own."""
        own = tuple(letter for letter in self.capacity_letters if letter.capacity == capacity)
        return own or self.letters

    def letter(self, language: str = "", capacity: str = "") -> LetterView | None:
        """The letter in `language`, else in the action's own, else the first there is."""
        by_language = {letter.language: letter for letter in self.letters_for(capacity)}
        found = by_language.get(language) or by_language.get(self.language)
        return found or next(iter(by_language.values()), None)

    @property
    def story_paragraphs(self) -> tuple[str, ...]:
        return tuple(line.strip() for line in self.story.splitlines() if line.strip())
