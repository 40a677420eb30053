"""One address is one voice to an office: the database itself holds a second letter back, whoever else writes at that moment."""

from django.db import IntegrityError, transaction

from tocsin.delivery.models import Delivery


def claim_voice(delivery: Delivery, mark: str) -> bool:
    """Whether this letter, or this copy, is the first of its voice to its office; `mark` as `supporters.fingerprint` gives it.

    Call it as the letter is confirmed, never before: who only types an address may not speak for it.
    """
    try:
        with transaction.atomic():
            Delivery.objects.filter(pk=delivery.pk).update(voice=mark)
    except IntegrityError:
        return False
    delivery.voice = mark
    return True


def spoken(mark: str, target: int) -> Delivery | None:
    """The letter with which this voice has written to the target, by its key; copies of others' letters are none."""
    return Delivery.objects.filter(target=target, voice=mark, is_copy=False).first()
