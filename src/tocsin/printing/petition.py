"""A petition book: who asks what of an office, how many from where, what they add, and their signatures."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tocsin.language.direction import is_right_to_left

from .sheet import SECONDS, Sheet, set_sheet

# Set in a child of its own, so that a long list keeps no letter waiting.
_TEMPLATE = "petition"


@dataclass(frozen=True)
class Drafted:
    """The letter as it was drafted in one language (BCP 47)."""

    language: str
    subject: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class Signature:
    """As its writer gave it; `words` are her own, empty where she added none. `language` is that of her letter."""

    name: str
    country: str
    language: str
    words: str = ""


@dataclass(frozen=True)
class Petition:
    """`countries` are name and number, the most first. `span` and `part` are in words, empty where there is nothing to say."""

    language: str
    title: str
    office: str
    organisation: str
    span: str
    part: str
    countries: tuple[tuple[str, int], ...]
    drafted: tuple[Drafted, ...]
    signatures: tuple[Signature, ...]

    @property
    def count(self) -> int:
        return len(self.signatures)

    @property
    def in_own_words(self) -> tuple[Signature, ...]:
        return tuple(signature for signature in self.signatures if signature.words)


def print_petition(petition: Petition, words: Mapping[str, str], made_on: str) -> Sheet:
    """`words` are those of `letters/words/paper`, group `bundle`, in its language. Raises CannotPrint."""
    return set_sheet(_TEMPLATE, petition_data(petition, words), made_on, SECONDS)


def petition_data(petition: Petition, words: Mapping[str, str]) -> dict[str, Any]:
    """What the template is told."""
    filled = {"office": petition.office, "organisation": petition.organisation}
    return {
        "language": _code(petition.language),
        "rtl": is_right_to_left(petition.language),
        "words": dict(words) | {name: words[name].format(**filled) for name in ("to", "opening")},
        "title": petition.title,
        "count": petition.count,
        "span": petition.span,
        "part": petition.part,
        "organisation": petition.organisation,
        "countries": petition.countries,
        "drafted": [_drafted(letter) for letter in petition.drafted],
        "comments": [_comment(signature) for signature in petition.in_own_words],
        "signatures": [(s.name, s.country) for s in petition.signatures],
    }


def _drafted(letter: Drafted) -> dict[str, Any]:
    return {
        "language": _code(letter.language),
        "rtl": is_right_to_left(letter.language),
        "subject": letter.subject,
        "paragraphs": letter.paragraphs,
    }


def _comment(signature: Signature) -> dict[str, Any]:
    return {
        "words": signature.words,
        "by": f"{signature.name}, {signature.country}",
        "language": _code(signature.language),
        "rtl": is_right_to_left(signature.language),
    }


def _code(language: str) -> str:
    return language.split("-")[0].lower()
