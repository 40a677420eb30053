"""A supporter says that she has sent the letter herself."""

from tocsin.actions.models import Action, Target
from tocsin.delivery.models import Handover, HandoverChannel
from tocsin.delivery.tokens import handover_of


def hand_over(
    action: Action, target: Target | None, channel: HandoverChannel, token: str, partner: int | None = None
) -> bool:
    """Counts the letter, once a token; nothing personal is kept. False where the token is not ours.

    `partner` is the key of the organisation that brought her.
    """
    known = handover_of(token)
    if known is None or not action.is_open:
        return False
    kept = {"action": action, "target": target, "channel": channel, "partner_id": partner}
    Handover.objects.get_or_create(token=known, defaults=kept)
    return True
