"""That an action was told to the list."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from tocsin.actions.models import Action


class Announcement(models.Model):
    """Once an action. While it is sent, `reached` is the last follower, by key, whose mail is in the outbox.

    Who got it is not kept; `queued` says how many.
    """

    action = models.OneToOneField(Action, on_delete=models.PROTECT, related_name="announcement")
    sent_at = models.DateTimeField(default=timezone.now)
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    reached = models.BigIntegerField(default=0)
    queued = models.PositiveIntegerField(default=0)
    is_sent = models.BooleanField(default=False, help_text="every mail of it is in the outbox or has left")

    def __str__(self) -> str:
        return f"announcement of {self.action_id}"
