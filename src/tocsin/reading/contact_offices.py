"""Offices named in running text: 'Prime Minister Sheikh Hasina', 'the Texas Board of Pardons and Paroles'."""

import re
from dataclasses import dataclass

from tocsin.reading.contact_words import ContactWords

_CAP = r"[^\W\d_a-zà-öø-ÿа-яё][\w'&.-]*"
_NAME_WORD = rf"(?:{_CAP}|[A-Z]\.)"
_PARTICLE = r"of the|of|for the|for|de la|de los|del|de|du|des|der|die|di|della|dello|on|al-|von"
_LEFT = re.compile(rf"((?:{_CAP}(?:(?:,)? (?:&|and) |'s |, (?={_CAP}(?:,? (?:&|and)) )| ))+)$")
_UNSPACED = re.compile(r"[\u3400-\u9fff]{1,6}$")
_RIGHT = re.compile(rf"(?:'s)?(?: (?:(?:{_PARTICLE}) )*{_CAP})+")
_PERSON_AFTER = re.compile(
    rf"^,? *(?:the )?({_NAME_WORD}(?: +{_NAME_WORD}| (?:bin|al|de|van|von|del|da) )*(?: +{_NAME_WORD})+)"
)
_PERSON_BEFORE = re.compile(rf"({_NAME_WORD}(?: {_NAME_WORD}){{1,4}}), (?:the )?$")
_OF_PLACE = re.compile(rf" (?:of|for|in|de|du|del|von|di) (?:the )?{_CAP}")


@dataclass(frozen=True)
class Office:
    """`start` and `end` hold the title; `person` stands beside it, `whole_end` is where both end."""

    start: int
    end: int
    kind: str
    person: str | None
    whole_start: int
    whole_end: int


def find_offices(text: str, words: ContactWords) -> list[Office]:
    """Offices in order; anchors are title words of the lexicon, grown over capitalised neighbours."""
    found: list[Office] = []
    hits = [h for h in words.find("kinds", text) if _may_be_title(text, h.start)]
    for hit in hits:
        if found and hit.start < found[-1].whole_end:
            continue
        start = _grow_left(text, hit.start, found[-1].whole_end if found else 0)
        end = _grow_right(text, hit.end, [h.end for h in hits if h.start >= hit.end])
        found.append(
            _with_person(
                text,
                found[-1].whole_end if found else 0,
                start,
                end,
                words.first_code("kinds", text[start:end]) or hit.code,
            )
        )
    return found


def _may_be_title(text: str, start: int) -> bool:
    """Titles are capitalised; embassies and consulates are known in small letters too."""
    return (
        text[start].isupper() or not text[start].isascii() or bool(re.match(r"embass|consulat", text[start:]))
    )


def _grow_left(text: str, start: int, limit: int) -> int:
    match = (_UNSPACED if not text[start].isascii() else _LEFT).search(text[limit:start]) or _LEFT.search(
        text[limit:start]
    )
    if not match:
        return start
    grown = limit + match.start()
    return start if _PERSON_BEFORE.fullmatch(text[grown:start]) else grown


def _grow_right(text: str, end: int, anchors: list[int]) -> int:
    """Over 'of X', and over capitalised words up to the last title word among them."""
    run = _RIGHT.match(text, end)
    stop = run.end() if run else end
    inside = [a for a in anchors if a <= stop]
    grown = max(inside, default=end)
    place = _OF_PLACE.match(text, grown)
    if not place:
        return grown
    rest = re.compile(rf"(?: (?:and|&|of|on|for) {_CAP})+").match(text, place.end())
    return _over_place(text, rest.end() if rest else place.end())


_PLACE_WORDS = re.compile(
    rf"(?: (?:Province|Region|County|State|City|Republic|of {_CAP}))+|(?:'s)? Republic of {_CAP}"
)


def _over_place(text: str, end: int) -> int:
    more = _PLACE_WORDS.match(text, end)
    return more.end() if more else end


def _with_person(text: str, limit: int, start: int, end: int, kind: str) -> Office:
    after = _PERSON_AFTER.match(text[end:])
    if after:
        return Office(start, end, kind, after[1].strip(), start, end + after.end())
    before = _PERSON_BEFORE.search(text, limit, start)
    if before:
        return Office(start, end, kind, before[1], before.start(), end)
    return Office(start, end, kind, None, start, end)
