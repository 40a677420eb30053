"""Which words of a sentence name people: rules and lists propose, the model decides."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from tocsin.language.country_mentions import country_mentions
from tocsin.language.han_names import name_end
from tocsin.language.lexicon import Lexicon
from tocsin.language.names import Name, as_person, find_names, listed_in_capitals, title_before
from tocsin.language.person_names import is_family_name, is_given_name
from tocsin.language.places import city_country
from tocsin.reading.learned.name_features import FIRST_HAN, Around
from tocsin.reading.learned.names import Tagged, tag_names
from tocsin.terms.span import Span

LEAST, LEAST_BARE = 0.5, 0.85  # below this a name is left out; bare is a single word that no list knows
_WORD = re.compile(r"\w+")
_SMALL = re.compile(r"[a-zß-öø-ÿа-яё]\w")
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
    runs = tuple(_without_places(name, countries) for name in find_names(text, words))
    return Seen(runs, tuple(_people(text, runs, countries, words)), countries)


def around(text: str, seen: Iterable[Seen], words: Lexicon) -> Around:
    """What the whole text tells of single words."""
    if words.language == "zh":
        pairs = Counter(map("".join, pairwise(text)))
        return Around(frozenset(), frozenset(pair for pair, times in pairs.items() if times > 1), text)
    full = (name.words for one in seen for name in one.proposed if len(name.words) > 1)
    parts = frozenset(word.lower() for full_name in full for word in full_name if len(word) > 2)
    return Around(frozenset(filter(_SMALL.match, set(_WORD.findall(text)))), parts, text)


def settle(text: str, seen: Seen, whole: Around, words: Lexicon) -> tuple[tuple[Name, ...], tuple[Name, ...]]:
    """All names, and those of them that name people."""
    has_names = bool(seen.runs) or words.language == "zh"
    tagged = tag_names(text, *known_spans(seen), whole, words) if has_names else []
    persons = (_person(text, one, whole, words) for one in tagged if one.kind == "person")
    people = tuple(one for one in persons if one and one.sure >= (LEAST_BARE if _is_bare(one) else LEAST))
    others = (run for run in seen.runs if not any(run.start < p.end and p.start < run.end for p in people))
    return tuple(sorted((*people, *others), key=lambda name: name.start)), people


def _is_bare(name: Name) -> bool:
    """Neither title nor second word, and no name that is known: often a town or a body."""
    alone = len(name.words) == 1 and name.title is None and name.text < FIRST_HAN
    return alone and not is_given_name(name.text) and not is_family_name(name.text)


def known_spans(seen: Seen) -> tuple[list[Span], list[Span]]:
    """Where rules see people, and where countries stand."""
    return [Span(name.start, name.end) for name in seen.proposed], [span for span, _ in seen.countries]


def _person(text: str, tagged: Tagged, whole: Around, words: Lexicon) -> Name | None:
    end: int | None = tagged.end
    if text[tagged.start] >= FIRST_HAN:
        end = name_end(text, tagged.start, tagged.end, whole.text, words.words("family_names"))
    if end is None:
        return None
    written = " ".join(text[tagged.start : end].split())
    title = title_before(text, tagged.start, words)
    return Name(tagged.start, end, _as_usual(written), title, tagged.confidence)


def _as_usual(written: str) -> str:
    """Names in capitals as names are written."""
    return written.title() if written.isupper() and len(written) > 3 and " " in written else written


def _people(
    text: str, names: tuple[Name, ...], countries: tuple[tuple[Span, str], ...], words: Lexicon
) -> Iterator[Name]:
    shouted = listed_in_capitals(text, words)
    if shouted and not _is_place(shouted, countries):
        yield shouted
    for name in names:
        person = as_person(name, words)
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
    if after and after[1] in words.words("not_names") - words.words("roles"):
        return True
    return name.title is None and bool(before) and before[0] in words.words("articles") - {"a", "an"}


def _is_affiliation(name: Name, names: tuple[Name, ...], text: str) -> bool:
    """'Jane Roe of Mainichi Shimbun': what stands after 'of' is where she works."""
    before = [other.end for other in names if other.end < name.start]
    return bool(before) and bool(_OF.match(text[before[-1] : name.start]))


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
