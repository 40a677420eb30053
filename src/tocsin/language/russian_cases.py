"""A Russian name, or a neighbour's, put back from the case in which it stands."""

import re

# Russian and its neighbours: what stands behind a name in another case than the first.
MASCULINE = (("ому", "ый"), ("ого", "ый"), ("ему", "ий"), ("его", "ий"), ("ым", ""), ("ом", ""), ("ем", ""), ("у", ""), ("а", ""), ("е", ""), ("ю", "й"), ("я", "й"))  # fmt: skip
FEMININE = (("ской", "ская"), ("скую", "ская"), ("ой", "а"), ("ою", "а"), ("ей", "я"), ("ии", "ия"), ("ьи", "ья"), ("ью", "ья"), ("ье", "ья"), ("ию", "ия"), ("у", "а"), ("ю", "я"), ("ы", "а"), ("и", "а"), ("е", "а"))  # fmt: skip
_CYRILLIC = re.compile(r"[\u0400-\u052f]")
Endings = tuple[tuple[str, str], ...]


def from_case(word: str, endings: Endings) -> str:
    """'Соколовой' with FEMININE -> 'Соколова'; a word with none of the endings stays."""
    for ending, first in endings:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)] + first
    return word


def first_cases(word: str) -> tuple[str, ...]:
    """What a word in Cyrillic letters may be in the first case, as a man's name and as a woman's; nothing for others."""
    if not _CYRILLIC.search(word):
        return ()
    return tuple({from_case(word, MASCULINE), from_case(word, FEMININE)} - {word})
