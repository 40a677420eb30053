"""Offices named in running text: 'Prime Minister Sheikh Hasina', 'the Texas Board of Pardons and Paroles'."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from tocsin.language.country_mentions import country_mentions
from tocsin.language.phrases import Hit
from tocsin.reading.contacts.words import ContactWords

MISSION_KINDS = ("embassy", "consulate", "permanent_mission")
CAPITALISED = r"[^\W\d_a-zà-öø-ÿа-яё][\w'&.-]*"
_NAME_WORD = rf"(?:{CAPITALISED}|[A-Z]\.)"
_SMALL_NAME_WORD = r"(?:bin|al|de|van|von|del|da|dos|y|e)"
_PARTICLE = r"of the|of|for the|for|de la|de los|del|de|du|des|der|die|di|della|dello|on|al-|von"
_LEFT = re.compile(rf"((?:{CAPITALISED}(?:(?:,)? (?:&|and) |'s |, (?={CAPITALISED}(?:,? (?:&|and)) )| ))+)$")
_RIGHT = re.compile(rf"(?:'s)?(?: (?:(?:{_PARTICLE}) )*{CAPITALISED})+")
_PERSON_AFTER = re.compile(
    rf"^,? *(?:the )?((?!P\.?O\b|Box\b|(?i:of|de|del|do|da|dos|di|du|des|der)\b)(?>{_NAME_WORD}(?: +{_NAME_WORD}| {_SMALL_NAME_WORD} (?={_NAME_WORD}))+))(?!\w| \d|, \d)"
)
_STYLES = "Mr|Mrs|Ms|Dr|Prof|Sr|Sra|Dra|Lic|Ing|M|Mme|Herr|Frau|Dott|Sig|Gen|Col|Hon|Sen|Gov|г-н|г-жа"
_STYLED_PERSON = re.compile(
    rf"^,? *(?:the )?((?:{_STYLES})\.? {_NAME_WORD}(?: +{_NAME_WORD}| {_SMALL_NAME_WORD} )*+)"
)
_PERSON_BEFORE = re.compile(rf"({_NAME_WORD}(?: {_NAME_WORD}){{1,4}}), (?:the )?$")
_OF = re.compile(
    r" (?i:of|for|in|de|du|del|von|di|do|da|des|der|d'|на) ?(?i:the |la |los |las )?(?=[^\W\d_a-z])"
)
_HOUSE_OF = re.compile(
    r" (?:of the|of|de la|de l['’]|del|de|du|des|der|della|dell['’]|do|da|af|til) ?(?=[^\W\d_])"
)
_OPEN_END = re.compile(r" (?:of|for|de|del|da|do|di|du)$", re.IGNORECASE)
_WORD = re.compile(CAPITALISED)
_SMALL_WORD = re.compile(r" [^\W\d_]{4,20}\b")
_MORE_WORDS = re.compile(rf"(?: (?:and|&|of|on|for|y|et|e|und) {CAPITALISED})+")
_PLACE_WORDS = re.compile(
    rf"(?: (?:Province|Region|County|State|City|Republic|of {CAPITALISED}))+|(?:'s)? Republic of {CAPITALISED}"
)
_SEAT = re.compile(
    rf",? (?:in|to|at|à|en|au|aux|em|a|w|v|в|во|при|bei den|beim) (?:the |la |den |der )?{CAPITALISED}(?:[ -]{CAPITALISED})*"
    rf"(?:(?>, (?:The )?{CAPITALISED}(?: (?:of |and )?{CAPITALISED})*)(?! \d))?"
)
_STATE = re.compile(
    rf",? (?:(?:{CAPITALISED} ){{0,3}}(?:Republic|Kingdom|Federation|Government|State)|Government) of (?:the )?{CAPITALISED}(?: {CAPITALISED})*"
)
_CAPITALISED_RUN = re.compile(rf"(?: (?!(?i:fax|tel|phone|e-?mail)\b){CAPITALISED})+")
_STREET = re.compile(r" (?:Street|Square|Avenue|Road|Lane|St|Ave|Rd|(?:Metro|Railway|Train|Bus) Station)\b")
_JOINT = re.compile(r"[,\s]*(?:(?:and|or|the|our|state|to)\s+)*")
_ARTICLE = re.compile(r"\b(?:the|your|our) (?:[\w'’-]+ ){0,2}$")
_NEAR = 30
_TWO_WORDS = re.compile(r"(?:inspector|director|chief|commissioner|superintendent)\b", re.IGNORECASE)
ASKED = frozenset(
    [
        "head_of_state",
        "head_of_government",
        "ministry",
        "prosecutor",
        "prison",
        "local_authority",
        "parliament",
    ]
)
ASKED_TO_HELP = ASKED | {"union", "ngo"}
_HELD = ASKED | {"other"}
_HOLDER = re.compile(rf" {_NAME_WORD} {CAPITALISED}")
_FARTHEST = 120
REMEMBERED = 256  # each layout asks for the offices of the same lines
_TITLES_IN_CAPITALS = frozenset({"en", "de"})


@dataclass(frozen=True)
class Office:
    """`start` and `end` hold the title, `seat_end` also where it stands; `person` is beside it, `whole_*` hold all."""

    start: int
    end: int
    kind: str
    person: str | None
    whole_start: int
    whole_end: int
    seat_end: int

    def moved(self, by: int) -> "Office":
        return Office(
            self.start + by, self.end + by, self.kind, self.person,
            self.whole_start + by, self.whole_end + by, self.seat_end + by,
        )  # fmt: skip


@lru_cache(REMEMBERED)
def find_offices(text: str, words: ContactWords, asked: frozenset[str] = frozenset()) -> tuple[Office, ...]:
    """Offices in order; anchors are title words of the lexicon, grown over capitalised neighbours.

    `asked` are the kinds of which titles may be small, where the text follows a request to write.
    """
    found: list[Office] = []
    known = words.find("kinds", text)
    small = frozenset(_small_titles(text, known, asked))
    hits = [hit for hit in known if hit in small or _may_be_title(text, hit, words)]
    for hit in hits:
        limit = found[-1].whole_end if found else 0
        if hit.start >= limit:
            found.append(_grown(text, hit, limit, hits, words))
    return tuple(found)


def _small_titles(text: str, hits: list[Hit], asked: frozenset[str]) -> Iterator[Hit]:
    """'the governor and the Kenyan attorney general ...', 'your representative': at the start or behind an article."""
    end = 0
    for hit in hits:
        is_joined = _JOINT.fullmatch(text, end, hit.start) or _ARTICLE.search(
            text, max(0, hit.start - _NEAR), hit.start
        )
        if is_joined and (hit.code in asked or _heads_police(text, hit)):
            yield hit
            end = hit.end


def _heads_police(text: str, hit: Hit) -> bool:
    """'the inspector general of police': somebody; 'the police' are those who made the arrest."""
    return hit.code == "police" and _TWO_WORDS.match(text, hit.start) is not None


def _may_be_title(text: str, hit: Hit, words: ContactWords) -> bool:
    """Not in a street name, nor the reader's own. English and German write titles with a capital; missions, 'the governor of X', 'director Ann Sample' and 'the Iranian government' are known without."""
    before = text[max(0, hit.start - _FARTHEST) : hit.start].split()[-1:]
    if _STREET.match(text, hit.end) or (
        before and (before[0][-1].isdigit() or before[0].lower() in words.words("yours"))
    ):
        return False
    if (
        text[hit.start].isupper()
        or not text[hit.start].isascii()
        or words.language not in _TITLES_IN_CAPITALS
    ):
        return True
    if hit.code in MISSION_KINDS or _OF.match(text, hit.end):
        return True
    if hit.code in _HELD and _HOLDER.match(text, hit.end):
        return True
    return (
        hit.code == "other"
        and bool(before)
        and before[0][0].isupper()
        and bool(country_mentions(before[0], words.language))
    )


def _grown(text: str, hit: Hit, limit: int, hits: list[Hit], words: ContactWords) -> Office:
    start = _grow_left(text, hit.start, limit)
    stop = _OPEN_END.sub("", text[hit.start : hit.end])
    end = _grow_right(
        text, hit.start + len(stop), [h.end for h in hits if h.start >= hit.end], words.language
    )
    kind = words.first_code("kinds", text[start:end]) or hit.code
    if kind in MISSION_KINDS:
        return _mission(text, start, _over_adjective(text, end, words), kind, limit)
    return _with_person(text, limit, Office(start, end, kind, None, start, end, end), words)


def _grow_left(text: str, start: int, limit: int) -> int:
    limit = max(limit, start - _FARTHEST)
    before = text[limit:start]
    match = (None if text[start].isascii() else _unspaced().search(before)) or _LEFT.search(before)
    if not match or _PERSON_BEFORE.fullmatch(before[match.start() :]):
        return start
    return limit + match.start()


@cache
def _unspaced() -> re.Pattern[str]:
    return re.compile(r"(?:(?![和與与及並并给給向致])[\u3400-\u9fff]){1,6}$")


def _grow_right(text: str, end: int, anchors: list[int], language: str) -> int:
    """Over capitalised words up to the last title word among them, then over 'of X and Y'."""
    run = _RIGHT.match(text, end)
    grown = max((a for a in anchors if run and a <= run.end()), default=end)
    if house := _HOUSE_OF.match(text, grown):
        grown = next((a for a in anchors if text[house.end() : a].isalpha()), grown)
    of = _OF.match(text, grown)
    return _over_place(text, of.end(), language) if of else grown


def _over_place(text: str, start: int, language: str) -> int:
    """A country to its end, else one word with what 'and' and 'of' join to it."""
    country = next((s for s, _ in country_mentions(text[start : start + 60], language) if s.start == 0), None)
    word = _WORD.match(text, start)
    end = start + country.end if country else word.end() if word else start
    for pattern in (_MORE_WORDS, _PLACE_WORDS):
        more = pattern.match(text, end)
        end = more.end() if more else end
    return end


def _over_adjective(text: str, end: int, words: ContactWords) -> int:
    """'la embajada rusa en Madrid', 'ambasciata italiana in Egitto': whose it is stands small between its title and its seat."""
    word = _SMALL_WORD.match(text, end)
    if not word or words.language in _TITLES_IN_CAPITALS or not text[end - 1].islower():
        return end
    is_whose = _SEAT.match(text, word.end()) or country_mentions(word[0], words.language)
    return word.end() if is_whose else end


def _mission(text: str, start: int, end: int, kind: str, limit: int) -> Office:
    """Names behind a mission are its country's, not a person's; a person before it is its ambassador."""
    run = _CAPITALISED_RUN.match(text, end)
    end = run.end() if run else end
    seat = _SEAT.match(text, end)
    seat_end = seat.end() if seat else end
    before = _PERSON_BEFORE.search(text, max(limit, start - _FARTHEST), start)
    if before:
        return Office(start, end, kind, before[1], before.start(), seat_end, seat_end)
    return Office(start, end, kind, None, start, seat_end, seat_end)


def _begins_with_country(name: str, words: ContactWords) -> bool:
    """'Department of Justice, Philippines Due to ...'."""
    return any(span.start == 0 for span, _ in country_mentions(name, words.language))


def _with_person(text: str, limit: int, office: Office, words: ContactWords) -> Office:
    """The house of an office, 'Police Headquarters', is nobody's name, nor is a state: 'President Socialist Republic of'."""
    near = text[office.end : office.end + _FARTHEST]
    if state := _STATE.match(near):
        end = office.end + state.end()
        return replace(office, end=end, whole_end=end, seat_end=end)
    after = _STYLED_PERSON.match(near) or _PERSON_AFTER.match(near)
    if after and not words.find("houses", after[1]) and not _begins_with_country(after[1], words):
        return replace(office, person=after[1].strip(), whole_end=office.end + after.end())
    before = _PERSON_BEFORE.search(text, max(limit, office.start - _FARTHEST), office.start)
    if before:
        return replace(office, person=before[1], whole_start=before.start())
    return office
