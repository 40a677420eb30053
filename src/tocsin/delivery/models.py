"""One letter, one target, one channel."""

import uuid

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tocsin.actions.models import Action, Target
from tocsin.directory.models import ContactPoint
from tocsin.supporters.models import Supporter


class Letter(models.Model):
    """What one supporter wrote, as she left it. Erased with her."""

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="supporter_letters")
    supporter = models.ForeignKey(Supporter, on_delete=models.CASCADE, related_name="letters")
    language = models.CharField(max_length=20)
    subject = models.CharField(max_length=200)
    body = models.TextField()
    created_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"letter {self.pk}"

    @property
    def copies(self) -> "models.QuerySet[Delivery]":
        """The deliveries of this letter to offices that get a copy, in the action's order."""
        copies = self.deliveries.filter(is_copy=True).select_related("target__office")
        return copies.order_by("target__position", "pk")


class DeliveryState(models.TextChoices):
    UNCONFIRMED = "unconfirmed", _("waits for the supporter's confirmation")
    QUEUED = "queued", _("waits to be sent")
    SENDING = "sending", _("being sent")
    ACCEPTED = "accepted", _("accepted by the target's server")
    FOLDERED = "foldered", _("put into the local folder, not sent")
    DEFERRED = "deferred", _("put off after a temporary error")
    FAILED = "failed", _("given up")


WAITING = {DeliveryState.QUEUED, DeliveryState.SENDING, DeliveryState.DEFERRED}
CONFIRMED = {*WAITING, DeliveryState.ACCEPTED, DeliveryState.FOLDERED, DeliveryState.FAILED}


class Delivery(models.Model):
    """One attempt to bring one letter to one target by mail from our server; each copy of it is a row of its own.

    The row outlives the letter: when a supporter is erased, `letter` becomes empty and the counts stay.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="deliveries")
    target = models.ForeignKey(Target, on_delete=models.PROTECT, related_name="deliveries")
    contact_point = models.ForeignKey(ContactPoint, on_delete=models.PROTECT, related_name="+")
    letter = models.ForeignKey(Letter, null=True, on_delete=models.SET_NULL, related_name="deliveries")
    is_copy = models.BooleanField(default=False, help_text="goes to an office that gets a copy; not counted")
    state = models.CharField(max_length=12, choices=DeliveryState.choices, default=DeliveryState.UNCONFIRMED)
    message_id = models.CharField(
        max_length=200, unique=True, help_text="derived from public_id: a repeat is the same message"
    )
    attempts = models.PositiveIntegerField(default=0)
    error = models.TextField(blank=True, help_text="in the target server's own words")
    created_at = models.DateTimeField(default=timezone.now)
    changed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("-pk",)
        constraints = [models.UniqueConstraint(fields=["letter", "target"], name="one_letter_a_target")]
        indexes = [models.Index(fields=["action", "state"], name="deliveries_by_state")]

    def __str__(self) -> str:
        return f"delivery {self.public_id}"


class HandoverChannel(models.TextChoices):
    MAILTO = "mailto", _("own mail program")
    EML = "eml", _("mail draft")
    PRINT = "print", _("printed")
    FAX = "fax", _("fax")
    PHONE = "phone", _("phone call")
    COPY = "copy", _("copied")


class Handover(models.Model):
    """A letter handed over to a supporter who sends it by her own means. Nothing personal is kept."""

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="handovers")
    target = models.ForeignKey(Target, null=True, on_delete=models.SET_NULL, related_name="handovers")
    channel = models.CharField(max_length=10, choices=HandoverChannel.choices)
    token = models.UUIDField(unique=True, help_text="from the page, so that a double press counts once")
    handed_over_on = models.DateField(default=timezone.localdate)

    def __str__(self) -> str:
        return f"{self.channel} {self.handed_over_on}"
