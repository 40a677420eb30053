"""Whether two incidents are of one kind."""

from tocsin.reports.incident_words import incident_words
from tocsin.terms.incidents import incident_types

from .likeness import Reason

# Families whose types are often told one for the other; in the others (law, denial, coercion ...) each is an act of its own.
_LOOSE = {"protest", "strike", "hunger_strike", "dispersal", "arrest", "violence", "torture", "killing", "disappearance"}  # fmt: skip
# What two reports may call the same thing by, across families.
_KIN = {
    frozenset(pair) for pair in (("arrest", "disappearance"), ("violence", "torture"), ("protest", "strike"))
}
_KIN_TYPES = {
    frozenset(("road_blockade", "march_rally")),
    frozenset(("charge_brought", "trial_hearing")),
}
# Never the same, though of one family.
_TOLD_APART = {
    frozenset(("killing", "killing_at_protest")): -0.8,
    frozenset(("killing_at_protest", "death_in_custody")): -3.0,
}
_SAME, _FAMILY, _NEAR, _OTHER = 1.6, 1.0, -0.6, -6.0


def compare_types(one: str, other: str) -> Reason:
    """Another type is a reason against, unless reports take the two for each other."""
    if one == other:
        return Reason("type_same", _SAME if one != "other" else 0.3)
    labels = (incident_words(one), incident_words(other))
    families = frozenset((_family(one), _family(other)))
    if len(families) == 1 and families <= _LOOSE:
        pair = frozenset((one, other))
        return Reason("type_family", _TOLD_APART.get(pair, _FAMILY), *labels)
    if families in _KIN or "other" in (one, other):
        return Reason("type_near", _NEAR, *labels)
    return Reason("type_other", _OTHER, *labels)


def block_of(code: str) -> str:
    """Types that can be taken for each other have one block; no two of different blocks are ever proposed."""
    family = _family(code)
    return _BLOCKS.get(family, code if family not in _LOOSE else family)


_BLOCKS = {"arrest": "taken", "disappearance": "taken", "violence": "hurt", "torture": "hurt", "protest": "gathered", "strike": "gathered"}  # fmt: skip


def _family(code: str) -> str:
    known = incident_types().get(code)
    return known.family if known else code
