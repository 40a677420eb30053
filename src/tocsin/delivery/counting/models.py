"""What was counted so far."""

from django.db import models

from tocsin.actions.models import Action, Partner


class Tally(models.Model):
    """The counts of one action, as its pages show them. Written by the count job alone, together with the rows it counted."""

    action = models.OneToOneField(Action, on_delete=models.CASCADE, related_name="tally")
    handed_over = models.BigIntegerField(default=0)
    confirmed = models.BigIntegerField(default=0)
    accepted = models.BigIntegerField(default=0)
    bundled = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return f"tally of {self.action_id}"


class PartnerTally(models.Model):
    """What one partner brought to one action, counted by the same job. Nothing in it is about persons."""

    partner = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="tallies")
    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="partner_tallies")
    handed_over = models.BigIntegerField(default=0)
    confirmed = models.BigIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["partner", "action"], name="one_tally_a_partner")]

    def __str__(self) -> str:
        return f"tally of {self.partner_id} in {self.action_id}"

    @property
    def letters(self) -> int:
        return self.handed_over + self.confirmed
