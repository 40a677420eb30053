"""A supporter shows that the mailbox is hers."""

from datetime import datetime

from django.db import IntegrityError, transaction

from tocsin.supporters.models import Supporter


def confirm(supporter: Supporter, now: datetime) -> Supporter:
    """The confirmed supporter: this one, or the one that was confirmed before with the same address.

    Call inside a transaction; the row given back is locked until it ends.
    """
    earlier = _confirmed(supporter.fingerprint)
    if earlier:
        return earlier
    supporter.confirmed_at = now
    try:
        with transaction.atomic():
            supporter.save(update_fields=["confirmed_at"])
    except IntegrityError:
        # Another confirmation of the same address came first.
        supporter.confirmed_at = None
        return Supporter.objects.select_for_update().get(
            fingerprint=supporter.fingerprint, confirmed_at__isnull=False
        )
    return supporter


def _confirmed(fingerprint: str) -> Supporter | None:
    rows = Supporter.objects.select_for_update()
    return rows.filter(fingerprint=fingerprint, confirmed_at__isnull=False).first()
