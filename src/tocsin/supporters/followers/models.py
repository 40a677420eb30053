"""The standing list."""

import uuid

from django.db import models
from django.utils import timezone


class Follower(models.Model):
    """One mailbox whose owner asked to be told of new actions. No link to anything that she took part in.

    As with supporters, several rows may wait for one address; confirmed, there is one. Leaving deletes the row.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    fingerprint = models.CharField(
        max_length=64, db_index=True, help_text="keyed hash of the canonical address"
    )
    name = models.CharField(max_length=120, blank=True)
    email = models.EmailField(max_length=254)
    country = models.CharField(max_length=2)
    language = models.CharField(max_length=20)
    created_at = models.DateTimeField(default=timezone.now, db_index=True)
    confirmed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["fingerprint"],
                condition=models.Q(confirmed_at__isnull=False),
                name="one_follower_a_mailbox",
            )
        ]

    def __str__(self) -> str:
        return f"follower {self.public_id}"
