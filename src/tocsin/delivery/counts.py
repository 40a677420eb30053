"""How many letters, each kind apart: we say what we know."""

from collections.abc import Iterable
from dataclasses import dataclass

from tocsin.actions.models import Action
from tocsin.delivery.models import Tally


@dataclass(frozen=True)
class Counts:
    """`handed_over`: letters that supporters say they sent themselves. `confirmed`: given to us and confirmed.
    `accepted`: of these, taken by the target's mail server. `bundled`: put together with others, in a mail or on
    paper. Whether anyone read them we do not know.
    Copies of a letter count for nothing."""

    handed_over: int = 0
    confirmed: int = 0
    accepted: int = 0
    bundled: int = 0


def counts(action: Action) -> Counts:
    return counts_of([action.pk])[action.pk]


def counts_of(actions: Iterable[int]) -> dict[int, Counts]:
    """The counts of many actions, by primary key, as they were added up last: a row for each of them is read."""
    wanted = list(actions)
    rows = Tally.objects.filter(action__in=wanted)
    known = {row.action_id: Counts(row.handed_over, row.confirmed, row.accepted, row.bundled) for row in rows}
    return {pk: known.get(pk, Counts()) for pk in wanted}
