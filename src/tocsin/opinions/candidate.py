"""A finding that stands in the text: its words as spans, and whether they could be what the reader says."""

import re
from dataclasses import dataclass

from tocsin.language.countries import find_country
from tocsin.language.lexicon import Lexicon
from tocsin.language.names import Name, looks_like_person
from tocsin.terms.span import Span

from .finding import KINDS, Finding
from .locate import SearchedText, is_name

_OTHER_SIGNS = re.compile(r"[^\w\s.'’ʼ`·-]|_")  # 'Aleksandra | developer'
FEWEST_WORDS, MOST_WORDS = 2, 6
SHORTEST_BODY = 3


@dataclass(frozen=True)
class Candidate:
    """`name` and `role` are words of the text itself, at these spans."""

    finding: Finding
    name: str
    quote: Span
    name_at: Span
    role: str | None
    role_at: Span | None


def candidate(finding: Finding, searched: SearchedText) -> Candidate | None:
    """None for what the text does not bear out, and for whatever holds a number or an address."""
    if finding.kind not in KINDS or not is_name(finding.name):
        return None
    quote = searched.quote(finding.quote)
    name_at = searched.name(finding.name, quote) if quote else None
    if quote is None or name_at is None:
        return None
    role = finding.role if finding.role and is_name(finding.role) else None
    role_at = searched.name(role, quote) if role else None
    words = _words(searched, role_at) if role_at else None
    return Candidate(finding, _words(searched, name_at), quote, name_at, words, role_at)


def _words(searched: SearchedText, at: Span) -> str:
    return " ".join(searched.text[at.start : at.end].split())


def without_title(found: Candidate, words: Lexicon) -> Candidate:
    """'Dr Lina Marwede' -> 'Lina Marwede', its span with it."""
    name, start = found.name, found.name_at.start
    titles = words.words("titles", "office_heads")
    while " " in name and name.split()[0].lower().rstrip(".") in titles:
        rest = name.split(maxsplit=1)[1]
        start, name = found.name_at.end - len(rest), rest
    # Where other blanks stand inside the name its beginning cannot be counted: it stays as it is.
    if name == found.name or len(found.name) != found.name_at.end - found.name_at.start:
        return found
    return Candidate(
        found.finding, name, found.quote, Span(start, found.name_at.end), found.role, found.role_at
    )


def is_person(name: str, words: Lexicon) -> bool:
    """Two words or more, capitalised as names are, and none of them a word that stands in no name."""
    parts = name.split()
    if not FEWEST_WORDS <= len(parts) <= MOST_WORDS or name.isupper() or _OTHER_SIGNS.search(name):
        return False
    ends = (parts[0], parts[-1])
    return all(map(_is_capitalised, ends)) and looks_like_person(Name(0, len(name), name, None), words)


def is_body(name: str, words: Lexicon) -> bool:
    """Capitalised, no country, and not just an ordinary word at the beginning of a sentence."""
    is_ordinary = name.lower() in words.words("function_words")
    return len(name) >= SHORTEST_BODY and _is_capitalised(name) and not is_ordinary and not find_country(name)


def _is_capitalised(word: str) -> bool:
    """Scripts without capitals have nothing to show."""
    return any(c.isupper() for c in word) or not any(c.islower() for c in word)
