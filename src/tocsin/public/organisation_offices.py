"""The offices that an organisation can write to, by the letter that is for them."""

from collections.abc import Iterable
from dataclasses import dataclass

from tocsin.actions.capacity import Capacity
from tocsin.actions.view import ActionView
from tocsin.delivery.destination import Destination


@dataclass(frozen=True)
class OfficesOfALetter:
    """`capacity` names the letter: empty for the general one, which every office gets that has none of its own."""

    capacity: str
    found: tuple[Destination, ...]

    @property
    def label(self) -> str:
        return str(Capacity(self.capacity).label)


def by_letter(view: ActionView, found: Iterable[Destination]) -> list[OfficesOfALetter]:
    """Those of the general letter first; the others in the order of the route."""
    own, groups = {letter.capacity for letter in view.capacity_letters}, dict[str, list[Destination]]()
    for to in found:
        groups.setdefault(to.capacity if to.capacity in own else "", []).append(to)
    rows = [OfficesOfALetter(capacity, tuple(offices)) for capacity, offices in groups.items()]
    return sorted(rows, key=lambda row: bool(row.capacity))
