"""A supporter wants to hear no more of an action."""

from django.db import transaction

from tocsin.followup.models import NoMore
from tocsin.supporters.models import Supporter

from .tokens import supporter_of


@transaction.atomic
def no_more(token: str) -> bool:
    """Whether the link is ours. Pressing twice, or after she was erased, is as good as once."""
    public_id = supporter_of(token)
    if public_id is None:
        return False
    supporter = Supporter.objects.select_for_update().filter(public_id=public_id).first()
    if supporter:
        NoMore.objects.get_or_create(supporter=supporter)
    return True
