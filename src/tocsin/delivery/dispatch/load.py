"""Everything that a batch of taken letters needs to leave, in four queries whatever their number."""

from collections.abc import Collection, Iterator

from tocsin.actions.models import Action
from tocsin.delivery.models import Delivery
from tocsin.directory.models import ContactPoint

from .claim import Claim


def load(claims: Collection[Claim]) -> Iterator[tuple[Claim, Delivery]]:
    """Each with its letter, its writer, its action and case, and its address; in the order of the claims."""
    rows = Delivery.objects.select_related("letter__supporter").in_bulk([claim.pk for claim in claims])
    actions = Action.objects.select_related("case").in_bulk({row.action_id for row in rows.values()})
    points = ContactPoint.objects.select_related("office").in_bulk(
        {row.contact_point_id for row in rows.values()}
    )
    for claim in claims:
        if row := rows.get(claim.pk):
            row.action, row.contact_point = actions[row.action_id], points[row.contact_point_id]
            yield claim, row
