"""Where a name ends that begins a row or a cell of a list, by its shape alone."""

import re
from functools import cache
from typing import NamedTuple

from tocsin.language.han import is_han
from tocsin.language.little_words import words_of

MOST_WORDS, MOST_TITLES = 6, 2
_WORD = re.compile(r"\s*([^\W\d_](?:[\w'’ʼ‘`´.-]*[\w.])?)")
_NICKNAME = re.compile(r"\s*([\"“„«][^\W\d_][^\"”“»,;\n]{0,20}[\"”“»])")
_ENDS = re.compile(
    r"\s*(?:$|[,;:(\[{|/–—=،؛，；：、（。\"“„«]|-\s)|…|\.(?:[.\s]|$)|\s+\d|\s+(?P<goes_on>[^\W\d_])"
)
_PART = re.compile(
    r"[IVX]{1,5}[.)]\s|[（(]?[一二三四五六七八九十]{1,3}[)）、.．]"
)  # of a text, and its heading
_SHORT_TITLE = re.compile(r"[^\W\d_]{2,4}\.\s+(?=[^\W\d_])")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+")
_DIGIT = re.compile(r"\d")
# A bullet, a number, or both, before a name: '- ', '14. ', '№ 14) ', '14<tab>'.
MARK = re.compile(
    r"[\s>]*(?P<bullet>[-–—*•●▪◦·‣]\s*)?(?:[(№#]?\s*(?P<number>\d{1,4})(?:\s*[.):、．]\s*-?|\s+(?=\D)|\s*-\s))?\s*"
)


class Shape(NamedTuple):
    """Offsets count in the text searched; `goes_on` where another word follows the name without a mark between."""

    start: int
    end: int
    words: tuple[str, ...]
    goes_on: bool


@cache
def _han_name() -> re.Pattern[str]:
    return re.compile(r"\s*([\u3400-\u9fff]{2,4}(?:·[\u3400-\u9fff]{1,6})?)(?![\u3400-\u9fff·])")


def name_at(text: str, start: int, end: int) -> Shape | None:
    """The name with which `text[start:end]` begins, after its number, bullet and titles."""
    mark = MARK.match(text, start, end)
    start = mark.end() if mark else start
    if _PART.match(text, start):
        return None
    if is_han(text[start:end].lstrip()[:1]):
        han = _han_name().match(text, start, end)
        return Shape(*han.span(1), (han[1],), False) if han else None
    if title := _SHORT_TITLE.match(text, start, end):
        start = start if text[title.end()].islower() or _keeps_stop(title[0].strip()) else title.end()
    found = _words(text, start, end)
    while len(found) > 1 and _is_title(found[0][2]):
        found.pop(0)
    while found and found[-1][2].lower() in _particles():
        found.pop()
    if not 1 <= len(found) <= MOST_WORDS:
        return None
    first, last = found[0][0], found[-1][1]
    ending = _ENDS.match(text, last, end) if last < end else None
    if last < end and ending is None:
        return None
    goes_on = ending is not None and ending["goes_on"] is not None
    return Shape(first, last, tuple(word for _, _, word in found), goes_on)


def _words(text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """Words written as in names, up to the first that is not."""
    found: list[tuple[int, int, str]] = []
    at = start
    while len(found) <= MOST_WORDS + MOST_TITLES:
        if found and (nickname := _NICKNAME.match(text, at, end)):
            found.append((*nickname.span(1), nickname[1]))
            at = nickname.end()
        match = _WORD.match(text, at, end)
        if match is None or _DIGIT.search(match[1]) or "\n\n" in match[0]:
            break
        word, stopped = _without_stop(match[1])
        if word[0].islower() and not _may_be_small(word, is_first=not found):
            break
        found.append((match.start(1), match.start(1) + len(word), word))
        at = match.end()
        if stopped:
            break
    return found


def _may_be_small(word: str, is_first: bool) -> bool:
    return _begins_article(word) or word.lower() in _particles() or (is_first and _is_title(word))


def _without_stop(word: str) -> tuple[str, bool]:
    """'Petrov.' ends the name; 'S.', 'Md.' and 'S.K.' do not; a title keeps its full stop."""
    if not word.endswith(".") or _INITIALS.fullmatch(word) or _keeps_stop(word) or _is_title(word):
        return word, False
    return word.rstrip("."), True


def _keeps_stop(word: str) -> bool:
    """'Md.' for Mohammed."""
    return word.lower().rstrip(".") in words_of("short_names")


def _begins_article(word: str) -> bool:
    """'al-Khalidi'."""
    head, hyphen, tail = word.partition("-")
    return bool(hyphen) and head in _particles() and not tail[:1].islower()


def _is_title(word: str) -> bool:
    return word.lower().rstrip(".") in _titles()


@cache
def _titles() -> frozenset[str]:
    return frozenset(word.rstrip(".") for word in words_of("titles"))


@cache
def _particles() -> frozenset[str]:
    return words_of("in_names")
