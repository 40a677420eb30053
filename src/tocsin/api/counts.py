"""How many letters, each kind apart, and what the partner itself brought."""

from django.http import HttpRequest

from tocsin.actions.models import Partner
from tocsin.delivery.counts import counts
from tocsin.delivery.models import PartnerTally

from .asked import reads
from .seen import seen_action


@reads
def api_counts(request: HttpRequest, partner: Partner, slug: str) -> dict[str, object]:
    action = seen_action(slug)
    all_of_it = counts(action)
    own = PartnerTally.objects.filter(partner=partner, action=action).first() or PartnerTally()
    return {
        "handed_over": all_of_it.handed_over,
        "confirmed": all_of_it.confirmed,
        "accepted": all_of_it.accepted,
        "bundled": all_of_it.bundled,
        "by_you": {"handed_over": own.handed_over, "confirmed": own.confirmed},
    }
