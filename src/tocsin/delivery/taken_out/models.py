"""What was taken out of the count, by whom, why, and whether it was put back."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from tocsin.actions.models import Action
from tocsin.delivery.states import DeliveryState


class TakeOut(models.Model):
    """Letters of one action that were taken out together. Numbers are of letters; their copies go with them.

    `counted` stood in the public count before, of these `had_left` were with the office already.
    """

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="take_outs")
    rule = models.JSONField(help_text="which letters were meant: see rule.py; emptied with the supporters")
    reason = models.CharField(max_length=300, help_text="as the public reads it")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    counted = models.PositiveIntegerField(default=0)
    had_left = models.PositiveIntegerField(default=0)
    unconfirmed = models.PositiveIntegerField(default=0)
    ended_at = models.DateTimeField(null=True, help_text="when the last of them was taken out")
    put_back_at = models.DateTimeField(null=True)
    put_back_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    put_back_why = models.CharField(max_length=300, blank=True, help_text="as the public reads it")

    class Meta:
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"take-out {self.pk}"


class TakenOut(models.Model):
    """One letter, or a copy of it, that was taken out, and the state in which it was until then."""

    take_out = models.ForeignKey(TakeOut, on_delete=models.CASCADE, related_name="letters")
    delivery = models.ForeignKey("delivery.Delivery", on_delete=models.CASCADE, related_name="taken_out")
    was = models.CharField(max_length=12, choices=DeliveryState.choices)
    is_back = models.BooleanField(default=False)

    class Meta:
        ordering = ("pk",)
        constraints = [models.UniqueConstraint(fields=["take_out", "delivery"], name="taken_out_once_a_time")]

    def __str__(self) -> str:
        return f"{self.delivery_id} in {self.take_out}"
