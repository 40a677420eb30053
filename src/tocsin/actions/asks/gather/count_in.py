"""'I come': a count and nothing else."""

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from .models import Gathering, GatheringState


@transaction.atomic
def count_in(gathering: Gathering) -> bool:
    """Whether she was counted: it is shown, not over, and not full. Nothing is kept of her."""
    has_room = Q(capacity=None) | Q(going__lt=F("capacity"))
    standing = Gathering.objects.filter(
        has_room, pk=gathering.pk, state=GatheringState.SHOWN, ends_at__gt=timezone.now()
    )
    return standing.update(going=F("going") + 1) == 1
