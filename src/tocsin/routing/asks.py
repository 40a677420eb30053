"""What is asked of a supporter decides which offices count."""

from collections.abc import Iterable
from typing import Literal, get_args

from tocsin.routing.answers import Answer

Ask = Literal["letter", "call", "picket", "own_government", "company", "parliament"]
ASKS: tuple[str, ...] = get_args(Ask)
GOVERNMENT = frozenset({"ministry", "head_of_government", "head_of_state"})
# Whatever kind of office it is: a state may employ, own and buy.
_RELATED = frozenset({"employer", "parent", "buyer"})
_COMPANY_CODES = ("employer", "own_country", "at_home", "elsewhere", "parent", "buyer", "named")


def admitted(ask: str, country: str, answers: Iterable[Answer]) -> list[Answer]:
    """The answers that serve the ask, in their order; for a call those with a number first."""
    found = list(answers)
    if ask == "picket":
        return [a for a in found if a.office.in_country == country]
    if ask == "own_government":
        return [a for a in found if a.office.in_country == country and a.office.kind in GOVERNMENT]
    if ask == "parliament":
        return [a for a in found if a.office.kind == "parliament"]
    if ask == "company":
        companies = [a for a in found if a.office.kind == "company" or a.code in _RELATED]
        return sorted(companies, key=lambda a: _COMPANY_CODES.index(a.code))
    if ask == "call":
        return sorted(found, key=lambda a: not any(r.channel == "phone" for r in a.office.reaches))
    return found
