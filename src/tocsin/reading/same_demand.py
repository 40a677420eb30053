"""The same thing demanded twice is one demand."""

import re
from collections.abc import Iterable

from tocsin.language.lexicon import Lexicon
from tocsin.reading.demand_pieces import acts
from tocsin.terms.calls import Demand

STEM, ALIKE = 5, 0.6
OF_PEOPLE = frozenset({"release", "reinstatement"})  # who is to be freed is told in many words
OF_ONE_LIST = "listed"
_WORD = re.compile(r"[^\W\d_]{4,}|[\u3400-\u9fff]{2}")


def each_once(demands: Iterable[Demand], words: Lexicon) -> tuple[Demand, ...]:
    """In the order of the text; of two that say the same the first given is kept."""
    kept: list[Demand] = []
    for demand in demands:
        if not any(_is_same(demand, other, words) for other in kept):
            kept.append(demand)
    return tuple(sorted(kept, key=lambda demand: demand.spans[0]))


def _is_same(a: Demand, b: Demand, words: Lexicon) -> bool:
    if any(x.overlaps(y) for x in a.spans for y in b.spans):
        return True
    first, second = _stems(a.text), _stems(b.text)
    if first and second and len(first & second) >= max(1, ALIKE * min(len(first), len(second))):
        return True
    if a.rule.startswith(OF_ONE_LIST) and b.rule.startswith(OF_ONE_LIST):
        return False
    return _is_same_act(a.text, b.text, words)


def _is_same_act(a: str, b: str, words: Lexicon) -> bool:
    """Both ask first of all for somebody's release, whatever they call her."""
    first, second = ({hit.code for hit in acts(text, words)[:1]} for text in (a, b))
    return bool(first & second & OF_PEOPLE)


def _stems(text: str) -> set[str]:
    return {word[:STEM].lower() for word in _WORD.findall(text)}
