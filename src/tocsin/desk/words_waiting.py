"""Words of a case that wait for a second person, beside those that the public reads."""

from dataclasses import dataclass

from tocsin.cases.models import Case
from tocsin.members.models import SecondPersonRequest
from tocsin.reports.text_diff import Paragraph

from .country_choices import country_words
from .history_words import compared


@dataclass(frozen=True)
class ChangedWords:
    """One field of the case: what it is called, and its words before and after in one."""

    label: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True)
class WordsWaiting:
    request: SecondPersonRequest
    changes: tuple[ChangedWords, ...]


def changed_words(case: Case, words: dict[str, str]) -> tuple[ChangedWords, ...]:
    """As far as they are other than what stands."""
    return tuple(
        ChangedWords(_label(name), compared(_said(name, getattr(case, name)), _said(name, new)))
        for name, new in words.items()
        if new != getattr(case, name)
    )


def _label(name: str) -> str:
    return str(getattr(Case._meta.get_field(name), "verbose_name", name))


def _said(name: str, words: str) -> str:
    return country_words(words) if name == "country" and words else words
