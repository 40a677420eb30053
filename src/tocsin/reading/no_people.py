"""What stands right beside a name and shows that it is nobody's: 'the village of Roe', 'roe.SMITH@example.org'."""

import re

from tocsin.language.countries import country_name, find_country
from tocsin.language.lexicon import Lexicon
from tocsin.language.little_words import little
from tocsin.language.person_names import further_kinds, is_family_name, is_given_name

NEAR = 40
_REST_OF_MAIL = re.compile(r"[\w.+-]*@\w")
_WORD = r"(?:\s+[^\W\d_]{4,})?\s+"
_OF = re.compile(rf"{_WORD}(?:{little('of')})(?:\s+(?:{little('the')}))?\s+|{_WORD}d['’]")
_HOLY = re.compile(rf"\b(?=[A-Z])(?i:{little('saint')})\.?\s$")  # 'São Paulo', 'St. Patrick'
_PRISON = re.compile(rf"(?i)\b(?:{little('prison')})\s+[\"'«»„“”]?$")
_BY_OF = re.compile(rf"(?i)\b(?:{little('of')})\s$")
_QUOTES = ('"', "«", "„", "“", "”")  # 'hotel "Jane Roe"'
_APPOSED = re.compile(r"(?:\s+[^\W\d_A-ZÀ-Þ]{4,})?\s+[\"'«»„“”]?")


def is_beside_no_person(text: str, start: int, end: int, words: Lexicon) -> bool:
    """`text[start:end]` is a part of an address, or bears a kind of place or body in front."""
    if text[start - 1 : start] == "@" or _REST_OF_MAIL.match(text, end):
        return True
    before = text[max(0, start - NEAR) : start]
    name = text[start:end]
    return (
        _HOLY.search(before) is not None
        or _is_of_a_kind(before, name, words)
        or _is_a_prison(before, name)
        or (_BY_OF.search(before) is not None and _is_a_branch(name, words))
    )


def _is_a_prison(before: str, name: str) -> bool:
    """'im Gefängnis Muster', 'в тюрьме Мустер', where that is a name of nobody."""
    first = name.split()[0]
    return _PRISON.search(before) is not None and not is_given_name(first) and not is_family_name(first)


def _is_a_branch(name: str, words: Lexicon) -> bool:
    """'the workers of Muster Türkei': what ends in a country and begins with no first name is a firm's house there."""
    first, *rest = name.split()
    if not rest or is_given_name(first) or is_family_name(rest[-1]) or "given" in further_kinds(first):
        return False
    country = find_country(rest[-1])
    return country is not None and rest[-1] in (country_name(country, words.language), country_name(country))


def _is_of_a_kind(before: str, name: str, words: Lexicon) -> bool:
    """'el municipio de X', 'the village of X'; without 'of' only what begins as no person's name does."""
    hits = words.cues("kinds_of_place").find(before)
    last = max(hits, key=lambda hit: hit.end, default=None)
    if last is None:
        return False
    rest = before[last.end :]
    if _OF.fullmatch(rest):
        return True
    is_title = rest.rstrip().endswith(_QUOTES)
    return (is_title or not is_given_name(name.split()[0])) and _APPOSED.fullmatch(rest) is not None
