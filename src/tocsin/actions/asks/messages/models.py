"""A message of solidarity."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

LONGEST = 500


class MessageState(models.TextChoices):
    WAITING = "waiting", _("not looked at yet")
    SHOWN = "shown", _("shown")
    LEFT_OUT = "left_out", _("left out")


class SolidarityMessage(models.Model):
    """What somebody says to the people at risk. No address, no surname; from the country of the events no name at all."""

    action = models.ForeignKey("actions.Action", on_delete=models.PROTECT, related_name="messages")
    text = models.CharField(max_length=LONGEST)
    first_name = models.CharField(max_length=40, blank=True)
    country = models.CharField(max_length=2)
    language = models.CharField(max_length=20)
    state = models.CharField(max_length=10, choices=MessageState.choices, default=MessageState.WAITING)
    created_at = models.DateTimeField(default=timezone.now)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ("created_at", "pk")
        indexes = [models.Index(fields=["action", "state", "id"], name="messages_by_state")]

    def __str__(self) -> str:
        return f"message {self.pk}"
