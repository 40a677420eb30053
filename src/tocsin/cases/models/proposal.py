"""Pairs of subjects that may be one, waiting for a person's word."""

from django.db import models
from django.utils import timezone

from .subject import Subject


class SameProposal(models.Model):
    """That two subjects of a case look like one. Found anew whenever their claims change; a judgement hides it.

    Why they look so is worked out when somebody looks: no word of a report is kept twice.
    """

    left = models.ForeignKey(Subject, on_delete=models.CASCADE, related_name="proposed_left")
    right = models.ForeignKey(Subject, on_delete=models.CASCADE, related_name="proposed_right")
    score = models.FloatField(help_text="0 to 1")
    found_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("-score", "pk")
        constraints = [
            models.UniqueConstraint(fields=["left", "right"], name="one_proposal_a_pair"),
            models.CheckConstraint(name="two_are_proposed", condition=~models.Q(left=models.F("right"))),
        ]

    def __str__(self) -> str:
        return f"{self.left} and {self.right}: {self.score:.2f}"
