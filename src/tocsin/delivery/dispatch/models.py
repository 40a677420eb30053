"""What became of each letter, how fast they may leave, and what is held back."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tocsin.actions.models import Action
from tocsin.delivery.states import DeliveryState


class DeliveryChange(models.Model):
    """One change of one delivery's state. Only ever added; it goes with its delivery, and names no supporter."""

    delivery = models.ForeignKey("delivery.Delivery", on_delete=models.CASCADE, related_name="changes")
    was = models.CharField(max_length=12, choices=DeliveryState.choices)
    became = models.CharField(max_length=12, choices=DeliveryState.choices)
    at = models.DateTimeField(default=timezone.now)
    why = models.CharField(max_length=200, blank=True, help_text="in our own words, without a server's")

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.was} -> {self.became}"


class Lane(models.Model):
    """How fast letters leave in one lane: of the installation, of an action, or to an address.

    `next_at`: before that nothing more leaves here. `turn`: the action that was served last, so that the next is.
    """

    key = models.CharField(
        max_length=300, unique=True, help_text="'', 'action 7' or 'to info@office.example'"
    )
    per_hour = models.PositiveIntegerField(null=True, blank=True, help_text="empty: what is usual")
    next_at = models.DateTimeField(null=True)
    turn = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return self.key or "the installation"


class Cause(models.TextChoices):
    MEMBER = "member", _("stopped by a member")
    ACCOUNT = "account", _("our mail account is at fault")
    SERVER = "server", _("our mail server cannot be reached")
    REFUSALS = "refusals", _("too many letters are refused")
    NO_ADDRESS = "address", _("the address does not exist")


class Hold(models.Model):
    """Sending is stopped in one lane; `key` as that of a lane, and 'to @domain' for all addresses of a domain.

    `until`: when one letter is tried again; empty where a member must lift it.
    """

    key = models.CharField(max_length=300, blank=True)
    action = models.ForeignKey(Action, null=True, blank=True, on_delete=models.CASCADE, related_name="holds")
    cause = models.CharField(max_length=10, choices=Cause.choices, default=Cause.MEMBER)
    reason = models.TextField(blank=True)
    since = models.DateTimeField(default=timezone.now)
    until = models.DateTimeField(null=True)
    tries = models.PositiveIntegerField(default=0)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    lifted_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-pk",)
        constraints = [
            models.UniqueConstraint(
                fields=["key", "cause"],
                condition=models.Q(lifted_at__isnull=True),
                name="one_hold_a_place",
            )
        ]

    def __str__(self) -> str:
        return f"hold {self.pk}"
