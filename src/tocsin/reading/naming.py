"""Which words of a sentence name people: rules and lists propose, the model decides."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from tocsin.language.countries import find_country
from tocsin.language.country_mentions import country_mentions
from tocsin.language.han import FIRST_HAN, simplified
from tocsin.language.han_names import is_of_a_place, name_end
from tocsin.language.leaders import han_leaders, office_of_leader
from tocsin.language.lexicon import Lexicon
from tocsin.language.names import Name, as_person, find_names, listed_in_capitals, title_before
from tocsin.language.ordinary_words import how_ordinary
from tocsin.language.person_names import further_kinds, is_family_name, is_given_name
from tocsin.language.phrases import Hit
from tocsin.language.places import city_country
from tocsin.language.streets import is_street
from tocsin.reading.after_bodies import person_after_body
from tocsin.reading.learned.name_features import Around
from tocsin.reading.learned.names import Tagged, tag_names
from tocsin.reading.name_ends import CASED, trimmed
from tocsin.reading.names_in_rows import completed
from tocsin.reading.no_people import is_beside_no_person
from tocsin.reading.ruled_names import named_elsewhere, ruled
from tocsin.terms.span import Span

LONGEST_ROLE = 25  # letters
VERY_ORDINARY = 3  # how ordinary a word must be to begin no name
LEAST, LEAST_BARE = 0.5, 0.85  # below this a name is left out; bare is a single word that no list knows
_SMALL = re.compile(r"\b[a-zß-öø-ÿа-яё]\w+")
_NEXT = re.compile(r"\s([a-zß-ÿ]+)")
_OF = re.compile(r"^\s+(?:of|from|at|with|for|de|del|du|von|der|di)(?:\s+(?:the|la|el|le|les|los))?\s+$")


@dataclass(frozen=True)
class Seen:
    """Capitalised runs, those that rules take for people, and countries."""

    runs: tuple[Name, ...]
    proposed: tuple[Name, ...]
    countries: tuple[tuple[Span, str], ...]


def see_names(text: str, words: Lexicon) -> Seen:
    countries = tuple(country_mentions(text, words.language))
    offices = words.cues("offices").find(text)
    runs = tuple(
        _without_places(_without_office(name, offices, text), countries) for name in find_names(text, words)
    )
    return Seen(runs, tuple(_people(text, runs, countries, words)), countries)


def around(text: str, seen: Iterable[Seen], words: Lexicon) -> Around:
    """What the whole text tells of single words."""
    if words.language == "zh":
        text = simplified(text)  # as the sentences are
        pairs = Counter(map("".join, pairwise(text)))
        return Around(frozenset(), frozenset(pair for pair, times in pairs.items() if times > 1), text)
    full = (name.words for one in seen for name in one.proposed if len(name.words) > 1)
    parts = frozenset(word.lower() for full_name in full for word in full_name if len(word) > 2)
    return Around(frozenset(_SMALL.findall(text)), parts, text)


def settle_all(
    texts: list[str], seen: list[Seen], whole: Around, words: Lexicon
) -> Iterator[tuple[Name, ...]]:
    """The people that each sentence names; who is sure in one is sought in all."""
    settled = [settle(text, one, whole, words) for text, one in zip(texts, seen, strict=True)]
    known = frozenset(name.text for people in settled for name in people if len(name.words) > 1)
    for one, people in zip(seen, settled, strict=True):
        again = tuple(named_elsewhere(one.proposed, people, known))
        yield tuple(sorted((*people, *again), key=lambda name: name.start)) if again else people


def settle(text: str, seen: Seen, whole: Around, words: Lexicon) -> tuple[Name, ...]:
    """The names of people in a sentence."""
    has_names = bool(seen.runs) or words.language == "zh"
    tagged = tag_names(text, *known_spans(seen), whole, words) if has_names else []
    spans = [span for span, _ in seen.countries]
    tagged = [person_after_body(text, one, spans, words) or one for one in tagged]
    persons = (
        _person(text, _with_head(one, tagged, seen), whole, words) for one in tagged if one.kind == "person"
    )
    sure = [
        _with_tail(one, seen)
        for one in (_with_title(person, seen) for person in persons if person)
        if one.sure >= (LEAST_BARE if _is_bare(one, text, words) else LEAST)
    ]
    by_rule = (
        name
        for name in ruled(seen.proposed, tagged, whole, words)
        if not is_beside_no_person(text, name.start, name.end, words)
    )
    people = (*sure, *by_rule)
    listed = completed(text, seen.runs, people, words)
    return tuple(sorted((*people, *listed), key=lambda name: name.start))


def with_others(seen: Seen, people: tuple[Name, ...]) -> tuple[Name, ...]:
    """People, and the runs that name none of them."""
    others = (run for run in seen.runs if not any(run.start < p.end and p.start < run.end for p in people))
    return tuple(sorted((*people, *others), key=lambda name: name.start))


_TAIL = re.compile(r" (?:[IVX]{1,4}|(?:al|el|ul|as|ar)-[^\W\d_]\S*)$", re.IGNORECASE)


def _with_tail(name: Name, seen: Seen) -> Name:
    """'Mswati' -> 'Mswati III', 'Walid' -> 'Walid al-Najjar', 'Minister Julie' -> 'Julie Bishop', where rules see the longer name."""
    for longer in (*seen.proposed, *(run for run in seen.runs if run.title)):
        is_longer = longer.start == name.start and longer.end > name.end
        if is_longer and (_TAIL.match(longer.text, len(name.text)) or _is_first_of_two(name, longer)):
            return name._replace(end=longer.end, text=longer.text)
    return name


def _is_first_of_two(name: Name, longer: Name) -> bool:
    """Behind an office, a first name with a surname that is a word for something else, too."""
    is_titled = longer.title is not None and " " in longer.title and len(longer.words) == 2
    return is_titled and longer.words[0] == name.text and is_given_name(name.text)


def _with_title(name: Name, seen: Seen) -> Name:
    """'Secretary of State Roe': an office of several words before a surname, which rules see."""
    found = (one.title for one in seen.proposed if one.start == name.start and one.end == name.end)
    return name._replace(title=name.title or next(found, None))


def _with_head(one: Tagged, tagged: list[Tagged], seen: Seen) -> Tagged:
    """'Jebet' -> 'Florence Jebet', where rules see the longer name and the model nothing else before."""
    for longer in seen.proposed:
        is_longer = longer.end == one.end and longer.start < one.start
        if is_longer and not any(longer.start < other.end and other.start < one.start for other in tagged):
            return replace(one, start=longer.start)
    return one


def _is_bare(name: Name, text: str, words: Lexicon) -> bool:
    """Neither title, occupation nor second word, and no name that is known: often a town or a body."""
    alone = len(name.words) == 1 and name.title is None and name.text < FIRST_HAN
    if not alone or is_given_name(name.text) or is_family_name(name.text):
        return False
    before = text[max(0, name.start - LONGEST_ROLE) : name.start]
    return not any(not before[hit.end :].strip() for hit in words.cues("roles").find(before))


def known_spans(seen: Seen) -> tuple[list[Span], list[Span]]:
    """Where rules see people, and where countries stand."""
    return [Span(name.start, name.end) for name in seen.proposed], [span for span, _ in seen.countries]


def _person(text: str, tagged: Tagged, whole: Around, words: Lexicon) -> Name | None:
    end: int | None = tagged.end
    if text[tagged.start] >= FIRST_HAN:
        end = name_end(text, tagged.start, tagged.end, whole.text, words.words("family_names"))
        if end and is_of_a_place(text, tagged.start, end, frozenset(words.table("regions"))):
            return None
    start, end = trimmed(text, tagged.start, end, words) if end else (tagged.start, end)
    if end is None or _is_no_name(text[start:end], words) or is_beside_no_person(text, start, end, words):
        return None
    written = " ".join(text[start:end].split())
    title = title_before(text, start, words)
    return Name(start, end, _as_usual(written), title, tagged.confidence)


_OF_INITIALS = re.compile(r"(?:d[eu]|des|del|dei?|da|do|di|von|van)\s[A-ZÀ-Þ]{3,}")  # 'président du SNAPO'
_QUOTED = re.compile(r"[\"«»„“”]\s*(?=\S+$)")  # 'ООО "Логистика', 'района "Тверской'


def _is_no_name(written: str, words: Lexicon) -> bool:
    """'Mr' alone, 'cross-accredited', 'Mid-autumn Festival', a street."""
    parts = [part.lower().rstrip(".") for part in written.split()]
    if written >= FIRST_HAN:
        return written.startswith(tuple(words.words("not_names")))
    if _QUOTED.search(written):
        return True
    titles = words.words("titles", "office_heads")
    return (
        titles.issuperset(parts)
        or _OF_INITIALS.fullmatch(written) is not None
        or _begins_as_a_body(written, words)
        or _is_of_ordinary_words(written.split(), words)
        or written.lower() in words.table("regions")
        or (parts[0] in words.words("not_names") and not _may_begin_a_name(parts))
        or is_street(written)
        or (len(parts) == 1 and (written.islower() or parts[0] in _none_alone(words) or _is_country(written)))
        or (len(parts) > 1 and parts[-1] in words.words("not_names") and not is_family_name(parts[-1]))
    )


def _is_of_ordinary_words(parts: list[str], words: Lexicon) -> bool:
    """'Дня Труда': begins with a word of every day, and no part is anybody's name."""
    if (
        len(parts) < 2
        or words.language not in CASED
        or how_ordinary(parts[0].lower(), words.language) < VERY_ORDINARY
    ):
        return False
    return not any(is_given_name(part) or is_family_name(part) or further_kinds(part) for part in parts)


def _is_country(written: str) -> bool:
    """'China' that no rule for countries saw; Jordan and Israel are first names too."""
    is_known = is_given_name(written) or is_family_name(written)
    return not is_known and written.isalpha() and find_country(written) is not None


def _may_begin_a_name(parts: list[str]) -> bool:
    """'Park Yong-su': a family name that is a word, before a given name in two parts; 'Park Avenue' is a street."""
    return is_given_name(parts[0]) or (is_family_name(parts[0]) and len(parts) > 1 and "-" in parts[1])


def _begins_as_a_body(written: str, words: Lexicon) -> bool:
    """'ONG Control', 'KESK-Gewerkschaft': short for a body, and known as one."""
    first = written.split(" ", 1)[0]
    return len(first) > 1 and first.isupper() and words.cues("organisations").first(first) is not None


@cache
def _none_alone(words: Lexicon) -> frozenset[str]:
    return words.words("not_names", "before_names")


def _as_usual(written: str) -> str:
    """Names in capitals as names are written."""
    return written.title() if written.isupper() and len(written) > 3 and " " in written else written


def _people(
    text: str, names: tuple[Name, ...], countries: tuple[tuple[Span, str], ...], words: Lexicon
) -> Iterator[Name]:
    if words.language == "zh":
        yield from han_leaders(text)
    shouted = listed_in_capitals(text, words)
    if shouted and not _is_place(shouted, countries):
        yield shouted
    for name in names:
        person = as_person(name, words) or (name if office_of_leader(name.text, words.language) else None)
        if (
            person
            and not (shouted and person.start < shouted.end)
            and not _is_place(person, countries)
            and not _is_affiliation(person, names, text)
            and not _is_thing(person, text, words)
        ):
            yield person


def _is_thing(name: Name, text: str, words: Lexicon) -> bool:
    """'the Blue Lagoon', 'Kardze Gon monastery': people without a title take no article, and are no kind of place."""
    before = text[: name.start].lower().split()[-1:]
    after = _NEXT.match(text, name.end)
    if after and after[1] in words.words("not_names") and after[1] not in words.words("roles"):
        return True
    return name.title is None and before not in ([], ["a"], ["an"]) and before[0] in words.words("articles")


def _is_affiliation(name: Name, names: tuple[Name, ...], text: str) -> bool:
    """'Jane Roe of Mainichi Shimbun': what stands after 'of' is where she works."""
    before = [other.end for other in names if other.end < name.start]
    return bool(before) and bool(_OF.match(text[before[-1] : name.start]))


def _without_office(name: Name, offices: Iterable[Hit], text: str) -> Name:
    """'State Jane Roe' after 'Secretary of' -> 'Jane Roe', titled by the office."""
    inside = [hit for hit in offices if hit.start < name.start < hit.end < name.end]
    if not inside:
        return name
    office = max(inside, key=lambda hit: (hit.end, -hit.start))
    rest, written = name.text[office.end - name.start :], text[office.start : office.end].strip()
    if not rest.startswith(" ") or not rest.strip():
        return name
    return Name(name.end - len(rest.strip()), name.end, rest.strip(), written)


def _without_places(name: Name, countries: tuple[tuple[Span, str], ...]) -> Name:
    """'Bangladesh Mahbubey Alam' -> 'Mahbubey Alam'."""
    for span, _ in countries:
        if span.start == name.start and span.end < name.end:
            rest = name.text[span.end - span.start :]
            kept = rest.lstrip()
            if len(kept.split()) > 1 and not re.match(r"\W", kept):
                return Name(name.end - len(kept), name.end, kept, name.title)
    return name


def _is_place(name: Name, countries: tuple[tuple[Span, str], ...]) -> bool:
    whole = Span(name.start, name.end)
    if any(span.overlaps(whole) and span.end - span.start >= 4 for span, _ in countries):
        return True
    return name.title is None and city_country(name.text) is not None
