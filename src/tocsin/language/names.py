"""Runs of capitalised words that may be names, and what kind of thing each names."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from tocsin.language.lexicon import Lexicon
from tocsin.language.person_names import is_given_name

_WORD = r"(?:[^\W\d_]\.(?:[^\W\d_]\.)*|[^\W\d_][\w'’\u00ad]*(?:-[^\W\d_][\w'’]*)*)"


_PIECE = re.compile(r"\S+")
_POSSESSIVE = re.compile(r"['’]s?$")
_ARTICLE = r"(?:(?:al|el|ul|ad|as|ash|ar|an|at)-)"  # 'Hamada al-Sawi'


class Name(NamedTuple):
    """Offsets count in the text searched; `text` is the name without titles, `title` what stood before it.

    `sure` tells how probable it is that this is a name, and ends there.
    """

    start: int
    end: int
    text: str
    title: str | None
    sure: float = 1.0

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(self.text.split())


def find_names(text: str, words: Lexicon) -> list[Name]:
    """Capitalised runs, longest first choice, with leading ordinary words and titles taken off."""
    if words.language == "zh":
        return list(_han_names(text, words))
    return [name for match in _runs(words).finditer(text) for name in _cut(match, words)]


def _han_names(text: str, words: Lexicon) -> Iterator[Name]:
    """A family name and one or two characters, after an occupation or office, or after such a name in a list."""
    for match in _han_pattern(words).finditer(text):
        lead = match["role"]
        for name in re.finditer(_HAN_NAME.format(families=_families(words)), match["names"]):
            start = match.start("names") + name.start("name")
            yield Name(start, start + len(name["name"]), name["name"], lead)


_HAN_NAME = r"(?:^|[、及和与，])(?P<name>(?:{families})[\u3400-\u9fff]{{1,2}})(?=$|[、及和与，])"


def _families(words: Lexicon) -> str:
    return "|".join(sorted(words.words("family_names"), key=len, reverse=True)) or "(?!)"


@cache
def _han_pattern(words: Lexicon) -> re.Pattern[str]:
    offices = [phrase for ones in words.table("offices").values() for phrase in ones]
    roles = "|".join(sorted({*words.words("roles"), *offices}, key=len, reverse=True)) or "(?!)"
    one = rf"(?:{_families(words)})[\u3400-\u9fff]{{1,2}}?"
    end = r"(?=[，。；：！？、」』）)\s]|[及和与]|被|于|在|的|等|说|表|要求|因|遭|已|自|近|$)"
    return re.compile(rf"(?P<role>{roles})(?P<names>{one}(?:[、及和与]{one})*){end}")


@cache
def _runs(words: Lexicon) -> re.Pattern[str]:
    particles = "|".join(sorted((re.escape(p) for p in words.words("name_particles")), key=len, reverse=True))
    upper = r"(?=[^\W\d_])(?![a-zß-öø-ÿа-яё])"
    joint = rf"(?:[ ]+(?:(?:{particles or '(?!)'})[ ]+){{0,2}})"
    return re.compile(
        rf"(?<![\w@./#])(?:{_ARTICLE}?{upper}{_WORD})(?:{joint}{_ARTICLE}?{upper}{_WORD})*(?![@\w])"
    )


def _cut(match: re.Match[str], words: Lexicon) -> Iterator[Name]:
    """Leave out ordinary words at both ends, split off titles and offices, drop a possessive."""
    pieces = [(m.start(), _bare(m[0])) for m in _PIECE.finditer(match.string, *match.span())]
    ordinary = _ordinary(words)
    while pieces and pieces[0][1].lower() in ordinary:
        pieces.pop(0)
    while len(pieces) > 1 and _ends_in_title(pieces, words):
        pieces.pop()
    if len(pieces) > 1 and match.string[match.end() : match.end() + 1] == "#":
        pieces.pop()  # 'A# 027-748-975' is a number, not an initial
    while len(pieces) > 2 and _is_shouted(pieces[0][1]) and not any(_is_shouted(p) for _, p in pieces[1:]):
        pieces.pop(0)  # the first words of an article in capitals
    title, pieces = _split_title(pieces, words)
    if pieces:
        start, end = pieces[0][0], pieces[-1][0] + len(pieces[-1][1])
        yield Name(start, end, " ".join(p for _, p in pieces), title)


Pieces = list[tuple[int, str]]


def _ends_in_title(pieces: Pieces, words: Lexicon) -> bool:
    """Not 'Jane Bishop', 'John King'."""
    given, last = pieces[-2][1], pieces[-1][1]
    return last.lower() in _heads(words) and not is_given_name(given)


def _split_title(pieces: Pieces, words: Lexicon) -> tuple[str | None, Pieces]:
    """'Home Minister Sahara Khatun' -> 'Home Minister' and the rest; a run that is all title has no rest."""
    heads = _heads(words)
    for cut in range(len(pieces) - 1, 0, -1):
        if pieces[cut - 1][1].lower().rstrip(".") in heads:
            return " ".join(piece for _, piece in pieces[:cut]) or None, pieces[cut:]
    return None, pieces


_BEFORE = re.compile(r"(?:[^\W\d_][\w'’-]*\.?[ ]+){1,4}$")


def title_before(text: str, start: int, words: Lexicon) -> str | None:
    """'Home Minister', 'Mr', 'señor': what stands before a name and is no part of it."""
    match = _BEFORE.search(text, max(0, start - 60), start)
    pieces = match[0].split() if match else []
    if not pieces or pieces[-1].lower().rstrip(".") not in _heads(words):
        return None
    first = len(pieces) - 1
    while first and pieces[first - 1][0].isupper() and pieces[first - 1].lower() not in _ordinary(words):
        first -= 1
    return " ".join(pieces[first:])


def _is_shouted(word: str) -> bool:
    return len(word) > 1 and word.isupper() and "." not in word


@cache
def _heads(words: Lexicon) -> frozenset[str]:
    return words.words("titles", "office_heads")


def as_person(name: Name, words: Lexicon) -> Name | None:
    """The person that a run names, without the things in front ('Police Hassan Mahmud' -> 'Hassan Mahmud')."""
    parts = list(name.words)
    at = name.start
    while len(parts) > 2 and (parts[0].lower() in words.words("not_names") or _is_role(parts[0], words)):
        at = name.start + name.text.index(parts[1], at - name.start + len(parts[0]))
        parts.pop(0)
    kept = Name(at, name.end, " ".join(parts), name.title)
    return kept if looks_like_person(kept, words) else None


def _is_role(word: str, words: Lexicon) -> bool:
    """'Novinářka', 'Gewerkschafters': an occupation at the beginning of a sentence, or always capitalised."""
    hit = words.cues("roles").first(word[:-1] if word.endswith("s") else word)
    return hit is not None and hit.start == 0 and hit.end >= len(word) - 2


def _bare(word: str) -> str:
    return _POSSESSIVE.sub("", word) if word[-1] in "'’s" else word


def looks_like_person(name: Name, words: Lexicon) -> bool:
    """Two to five capitalised words (or one after a title), none of which names a thing, a month or an office."""
    written = name.words
    parts = [part.lower().strip(".") for part in written]
    if not 1 <= len(parts) <= 6 or (len(parts) == 1 and not name.title):
        return False
    if any(_is_shouted(part) for part in written) and not _is_surname_first(name):
        return False
    if written[0].lower() in words.words("function_words") or any(
        part in _heads(words) for part in parts[1:]
    ):
        return False
    return _things(words).isdisjoint(parts)


@cache
def _ordinary(words: Lexicon) -> frozenset[str]:
    return words.words("function_words", "name_particles")


@cache
def _things(words: Lexicon) -> frozenset[str]:
    """Words that stand in no name; short months do ('Jan')."""
    calendar = {**words.table("months"), **words.table("weekdays")}
    return frozenset(word for word in calendar if len(word) > 3) | words.words("not_names")


_LISTED = re.compile(
    r"^(?=[\W\d]*[^\W\d_a-z]{2})\W*(?P<number>(?:\(?\d{1,3}[.)]|[-–—*•●▪◦·])\s*)?(?P<name>[^\W\d_]{2,}(?:[ '’-]+[^\W\d_]{2,}){1,4})(?P<rest>\s*[,(–—]|\s*$)"
)


def listed_in_capitals(text: str, words: Lexicon) -> Name | None:
    """'1. TESFAYE GUDINA, headmaster': a name in capitals that begins an item of a list, written as names are."""
    match = _LISTED.match(text)
    if not match or not match["name"].isupper() or not (match["number"] or match["rest"].strip()):
        return None
    parts = match["name"].lower().replace("'", " ").split()
    ordinary = words.words("function_words", "not_names", "titles", "office_heads")
    if not ordinary.isdisjoint(parts) or any(_is_role(part, words) for part in parts):
        return None
    return Name(match.start("name"), match.end("name"), match["name"].title(), None)


def _is_surname_first(name: Name) -> bool:
    """'SOKOLOVA Natalia': one word in capitals beside others that are not."""
    caps = [part for part in name.words if _is_shouted(part)]
    return len(caps) == 1 and len(caps[0]) > 3 and len(name.words) > 1
