"""Where an event took place: the named place nearest to its words."""

from tocsin.language.countries import find_country
from tocsin.language.lexicon import Lexicon
from tocsin.language.names import Name
from tocsin.language.phrases import Hit
from tocsin.language.places import city_country
from tocsin.reading.marks import Marked, Material
from tocsin.terms.incidents import Place
from tocsin.terms.span import Span


def place_of(marked: Marked, hit: Hit, material: Material) -> tuple[Place, Span] | None:
    """The named place nearest to the trigger: a known city or country, or a name after 'in', 'near', 'outside'."""
    found = [name for name in marked.names if _is_place(marked, name, material.words)]
    if not found:
        return None
    name = min(found, key=lambda n: (find_country(n.text) == n.text, abs(n.start - hit.start)))
    return Place(name.text, _country(name.text)), marked.span(name.start, name.end)


def _country(name: str) -> str | None:
    return city_country(name) or find_country(name)


def _is_place(marked: Marked, name: Name, words: Lexicon) -> bool:
    if (
        len(name.text) < 2
        or name.title
        or any(d.start < name.end and name.start < d.end for d in marked.dates)
    ):
        return False
    *_, first, last = "", "", *marked.text[: name.start].lower().split()
    prepositions = words.words("place_prepositions")
    follows = last in prepositions
    if not follows and not (last in words.words("articles") and first in prepositions):
        return False
    is_known = _country(name.text) is not None
    parts = {part.lower() for part in name.words}
    if not is_known and not parts.isdisjoint(words.words("not_names")):
        return False
    return is_known or (name not in marked.people if follows else len(parts) > 1)
