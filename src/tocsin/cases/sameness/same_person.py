"""How likely two people, each told of by its own report, are one; and why."""

from itertools import product

from rapidfuzz.fuzz import token_set_ratio

from tocsin.language.same_name import NameLikeness, same_name

from .likeness import Likeness, Reason
from .told import ToldPerson

PERSON_FROM = 0.7
_ALIKE = 75
_FACT = 0.06


def same_person(one: ToldPerson, other: ToldPerson) -> Likeness:
    """The likest of their names decides; what else is said moves it a little and is shown beside."""
    tried = ((a, b, same_name(a, b)) for a, b in product(one.names, other.names))
    left, right, best = max(tried, key=lambda t: t[2].score, default=("", "", NameLikeness(0.0)))
    reasons = [Reason(code, best.score, left, right) for code in best.agrees]
    reasons += [Reason(code, -(1 - best.score) - 0.01, left, right) for code in best.differs]
    facts = _facts(dict(one.facts), dict(other.facts))
    score = best.score if best.score < PERSON_FROM else _moved(best.score, facts)
    return Likeness(score, (*reasons, *facts))


def _moved(score: float, facts: list[Reason]) -> float:
    """Never below what a person is to look at: a changed status is no other person."""
    return min(1.0, max(PERSON_FROM, score + sum(reason.weight for reason in facts)))


def _facts(one: dict[str, str], other: dict[str, str]) -> list[Reason]:
    both = [name for name in one if name in other]
    return [_fact(name, one[name], other[name]) for name in both]


def _fact(name: str, one: str, other: str) -> Reason:
    is_alike = one.casefold() == other.casefold() or token_set_ratio(one, other) >= _ALIKE
    return Reason(f"fact_{name}", _FACT if is_alike else -_FACT, one, other)
