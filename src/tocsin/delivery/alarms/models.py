"""What looked unusual, and when somebody saw it."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tocsin.actions.models import Action


class AlarmKind(models.TextChoices):
    ACTION = "action", _("many letters at once")
    DOMAIN = "domain", _("many from one mail domain")
    TEXT = "text", _("many with the same words of their own")
    NETWORK = "network", _("many from one network")


class Alarm(models.Model):
    """A burst in one action. `about` tells bursts of a kind apart: a mail domain, a hash of a text, else empty.

    Of a network nothing is kept but that there was one: its key lives an hour, in the memory of one process.
    """

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="alarms")
    kind = models.CharField(max_length=10, choices=AlarmKind.choices)
    about = models.CharField(max_length=255, blank=True)
    letter = models.ForeignKey(
        "delivery.Letter", null=True, on_delete=models.SET_NULL, related_name="+", help_text="one of them"
    )
    letters = models.PositiveIntegerField(help_text="the most there were in one look")
    usual = models.FloatField(default=0, help_text="what was to be expected in that time")
    since = models.DateTimeField(default=timezone.now)
    last_at = models.DateTimeField(default=timezone.now)
    dismissed_at = models.DateTimeField(null=True)
    dismissed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ("-pk",)
        constraints = [
            models.UniqueConstraint(
                fields=["action", "kind", "about"],
                condition=models.Q(dismissed_at__isnull=True),
                name="one_alarm_a_burst",
            )
        ]

    def __str__(self) -> str:
        return f"alarm {self.pk}"
