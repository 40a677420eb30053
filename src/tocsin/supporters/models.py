"""The least we keep of a real person."""

import uuid

from django.db import models
from django.utils import timezone

from tocsin.supporters.followers.models import Follower

__all__ = ["Follower", "Silence", "Supporter"]


class Supporter(models.Model):
    """One real person taking part in one action. No IP address, no user agent, ever.

    Until she confirms from her mailbox, several rows may stand for one address: a stranger who types
    her address can neither block nor overwrite what she wrote herself. Confirmed, there is one.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    fingerprint = models.CharField(
        max_length=64, db_index=True, help_text="keyed hash of the canonical e-mail address and the action"
    )
    name = models.CharField(max_length=120)
    email = models.EmailField(max_length=254)
    country = models.CharField(max_length=2)
    language = models.CharField(max_length=20)
    created_at = models.DateTimeField(default=timezone.now, db_index=True)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    asked_times = models.PositiveSmallIntegerField(
        default=1, help_text="how often we wrote to have it confirmed"
    )
    asked_at = models.DateTimeField(default=timezone.now, help_text="when we last did")
    unreachable_at = models.DateTimeField(
        null=True, blank=True, help_text="when our mail to her came back for good"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["fingerprint"],
                condition=models.Q(confirmed_at__isnull=False),
                name="one_address_one_voice",
            )
        ]

    def __str__(self) -> str:
        return f"supporter {self.public_id}"


class Silence(models.Model):
    """A mailbox whose owner complained of our mail. Not the address: its keyed fingerprint, which is of no other use."""

    fingerprint = models.CharField(max_length=64, unique=True)
    since = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"silence {self.pk}"
