"""What was counted so far."""

from django.db import models

from tocsin.actions.models import Action


class Tally(models.Model):
    """The counts of one action, as its pages show them. Written by the count job alone, together with the rows it counted."""

    action = models.OneToOneField(Action, on_delete=models.CASCADE, related_name="tally")
    handed_over = models.BigIntegerField(default=0)
    confirmed = models.BigIntegerField(default=0)
    accepted = models.BigIntegerField(default=0)
    bundled = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return f"tally of {self.action_id}"
