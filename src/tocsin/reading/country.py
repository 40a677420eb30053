"""The country where the events happen."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from tocsin.language.country_mentions import country_mentions
from tocsin.language.gates import Gate
from tocsin.language.leaders import country_of_leader
from tocsin.language.lexicon import Lexicon
from tocsin.language.names import Name
from tocsin.language.places import big_city_country, city_country
from tocsin.reading.marks import Marked, Material
from tocsin.reading.sections import Section
from tocsin.terms.draft import EventCountry
from tocsin.terms.span import Span

WEIGHTS = {Section.HEADLINE: 6, Section.LEAD: 3, Section.CONTACTS: 0.25, Section.COPIES: 0.25}
EARLY, EARLY_BONUS = 4, 2
OF_A_FIRST_WORD = 0.4
OF_A_CITY, OF_ELSEWHERE, OF_AN_ADDRESS, OF_THE_LANGUAGE = 0.7, 0.3, 0.5, 0.4
OF_A_PROVINCE, OF_A_DATELINE = 0.9, 9.0
OF_AN_INSTITUTION, OF_A_PART, OF_A_LIST, OF_A_LEADER, OF_A_TOWN = 0.5, 0.3, 0.4, 0.5, 0.35
MOST_OF_A_STORY = 2  # a sentence that names more countries lists observers, embassies, other campaigns
MOST_SPANS = 12
MOST_OF_A_PLACE = 4  # words
# 'Victoria BC', 'Salem, OR 97310': the state or province behind a city, as addresses there have it.
_PROVINCE = re.compile(
    r"(?<=[a-z.]),? (?:BC|AB|SK|MB|ON|QC|NB|NS|NL|PE|YT|NT|NU)(?:\s+[A-Z]\d[A-Z] ?\d[A-Z]\d|\s*$)",
    re.MULTILINE,
)
_STATE_AND_ZIP = re.compile(r"(?<=[a-z.]),? [A-Z]{2}\.? \d{5}(?:-\d{4})?(?!\d)")
_NORTH_AMERICAN = re.compile(r"(?<![\d+])(?:1[ .-])?\(?[2-9]\d\d\)?[ .-]{1,2}[2-9]\d\d[ .-]\d{4}(?!\d)")
_DOMAIN = re.compile(r"(?:@|://)[\w.-]{2,80}\.([a-z]{2})(?![\w.-])", re.IGNORECASE)
_SOVEREIGNS = {"RE": "FR", "GP": "FR", "MQ": "FR", "GF": "FR", "YT": "FR"}  # a city alone names no island
_NO_COUNTRY = frozenset(
    ["io", "tv", "me", "co", "ly", "ai", "fm", "to", "cc", "ws", "eu", "su"]
)  # domains sold to everybody


def find_country(material: Material) -> EventCountry | None:
    """The country that the text speaks of most, its beginning weighing more than its address lists.

    Where none is named, what addresses end in and the country of the text's language tell it.
    """
    weights: dict[str, float] = defaultdict(float)
    spans: dict[str, list[Span]] = {}
    for code, span, weight in (*_told(material), *_hinted(material)):
        weights[code] += weight
        spans.setdefault(code, []).append(span)
    if not weights:
        return None
    code = max(weights, key=lambda c: (weights[c], -spans[c][0].start))
    return EventCountry(code, tuple(spans[code][:MOST_SPANS]))


def is_guessed(material: Material) -> bool:
    """No country, region or city is named: the language or an address alone told it."""
    return not any(True for _ in _told(material))


Clue = tuple[str, Span, float]


def _told(material: Material) -> Iterator[Clue]:
    states: dict[str, str] = {}
    for order, marked in enumerate(material.marked):
        told = list(_in_sentence(marked, material))
        base = WEIGHTS.get(marked.section, 1.0) + (EARLY_BONUS if order < EARLY else 0)
        is_list = len({code for _, code, _ in told}) > MOST_OF_A_STORY
        if not states and any(code in material.words.table("also_a_state") for _, code, _ in told):
            states = _states(material)
        for span, code, share in told:
            weight = (
                base
                * (OF_A_LIST if is_list and share == 1 else share)
                * (OF_ELSEWHERE if _is_elsewhere(marked.text, span, material) else 1)
            )
            yield states.get(code, code), marked.span(span.start, span.end), weight


def _states(material: Material) -> dict[str, str]:
    """Countries that are states of the USA in this text: Georgia, where Atlanta is named too, and those that are none."""
    cues = material.words.cues("also_a_state")
    found = cues.codes(material.document.text)
    return {code: "US" if code in found else code for code in material.words.table("also_a_state")}


def _in_sentence(marked: Marked, material: Material) -> Iterator[tuple[Span, str, float]]:
    for span, code in _of_a_small_line(marked.text, material.words):
        yield span, code, OF_A_DATELINE
    meant = _meant(marked, material.words)
    named = [span for span, _ in marked.countries]
    yield from ((span, code, 1.0) for span, code in meant)
    for span, code in _regions(marked.text, material.words):
        if not any(span.overlaps(other) for other in named):
            yield span, code, 1.0
    for name in marked.names:
        span = Span(name.start, name.end)
        if name in marked.people or any(span.overlaps(other) for other in named):
            continue
        if city_of := big_city_country(name.text):
            share = OF_A_CITY * (OF_A_FIRST_WORD if _may_be_any_word(name, marked.text) else 1)
            yield span, _SOVEREIGNS.get(city_of, city_of), share


def _may_be_any_word(name: Name, text: str) -> bool:
    """'Тема' is a city of Ghana and a word: what stands first has its capital from there, but before a mark."""
    is_first = not text[: name.start].strip(" \"'-–—•*") and len(name.words) == 1
    return is_first and text[name.end : name.end + 2].lstrip()[:1] not in tuple(",:(–—-.")


def _of_a_small_line(text: str, words: Lexicon) -> list[tuple[Span, str]]:
    """'accra, ghana' on a line of its own: where a mail was written, by somebody who wrote no capitals."""
    parts = text.split(",")
    if len(parts) != 2 or not text.islower() or len(text.split()) > MOST_OF_A_PLACE:
        return []
    found = country_mentions(text.title(), words.language)
    return found if len(found) == 1 and city_country(parts[0].strip().title()) == found[0][1] else []


def _meant(marked: Marked, words: Lexicon) -> list[tuple[Span, str]]:
    """Without languages and towns that are called like a country: 'in French', 'the municipality of Cuba'."""
    if not marked.countries:
        return []
    others = list(words.cues("no_countries").find(marked.text))
    return [
        (span, code)
        for span, code in marked.countries
        if not any(hit.start < span.end and span.start < hit.end for hit in others)
    ]


def _regions(text: str, words: Lexicon) -> Iterator[tuple[Span, str]]:
    """States, provinces and bodies that tell a country: 'Texas', 'the FBI'."""
    if _region_gate(words).opens(text):
        table = words.table("regions")
        for match in _region_pattern(words).finditer(text):
            yield Span(*match.span()), table[match[0].lower()]


@cache
def _region_gate(words: Lexicon) -> Gate:
    return Gate(words.table("regions"))


@cache
def _region_pattern(words: Lexicon) -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in sorted(words.table("regions"), key=len, reverse=True))
    spaced = not any("\u3400" <= name[:1] <= "\u9fff" for name in words.table("regions"))
    return re.compile(rf"(?i)(?<!\w)(?:{names or '(?!)'})(?!\w)" if spaced else names)


def _is_elsewhere(text: str, span: Span, material: Material) -> bool:
    """'in Seoul, Korea', 'the Korean organisations': who protests elsewhere is not where it happens."""
    return material.words.cues("elsewhere").first(text[max(0, span.start - 25) : span.end + 30]) is not None


def _hinted(material: Material) -> Iterator[Clue]:
    """Weak clues: addresses, numbers, bodies of one country, cities in longer names, towns, the language itself."""
    document, home = material.document, material.words.table("home").get("country")
    yield from _of_addresses(document.text)
    for marked in material.marked:
        for hit in material.words.cues("institutions").find(marked.text):
            yield hit.code, marked.span(hit.start, hit.end), OF_AN_INSTITUTION
        for name in marked.names:
            leads = country_of_leader(name.text, material.words.language)
            if leads and leads != home:  # readers write to their own leaders too
                yield leads, marked.span(name.start, name.end), OF_A_LEADER
        for name in marked.names:
            if (
                name not in marked.people
                and len(name.words) > 1
                and (code := big_city_country(name.words[0]))
            ):
                yield code, marked.span(name.start, name.end), OF_A_PART
        yield from _of_towns(marked)
    if home and document.sentences:
        yield str(home), document.sentences[0].span, OF_THE_LANGUAGE


def _of_towns(marked: Marked) -> Iterator[Clue]:
    """Places of 15,000 to 100,000 people, called like too many other things to tell much alone."""
    for name in marked.names:
        if name in marked.people or big_city_country(name.text):
            continue
        if town_of := city_country(name.text):
            yield _SOVEREIGNS.get(town_of, town_of), marked.span(name.start, name.end), OF_A_TOWN


def _of_addresses(text: str) -> Iterator[Clue]:
    """'.dz' at the end of an address, a number as only North America writes it; each address once."""
    hosts = {m[0].lower(): m for m in _DOMAIN.finditer(text)} if "@" in text or "://" in text else {}
    for match in hosts.values():
        ending = match[1].lower()
        if ending not in _NO_COUNTRY:
            yield ("GB" if ending == "uk" else ending.upper()), Span(*match.span()), OF_AN_ADDRESS
    for pattern, code in ((_PROVINCE, "CA"), (_STATE_AND_ZIP, "US")):
        if address := pattern.search(text):
            yield code, Span(*address.span()), OF_A_PROVINCE
    if number := _NORTH_AMERICAN.search(text):
        yield "US", Span(*number.span()), OF_AN_ADDRESS
