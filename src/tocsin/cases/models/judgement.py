"""Whether two subjects of a case are one: a person's judgement, which can be undone."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from tocsin.reports.models import Judged

from .subject import Subject


class JudgementVerdict(models.TextChoices):
    SAME = "same", _("the same")
    APART = "apart", _("not the same")
    UNSURE = "unsure", _("cannot be told yet")


class Judgement(Judged):
    """One judgement on two subjects. An ended one no longer holds; rows are never rewritten otherwise.

    `Subject.same_as` is what all standing verdicts "same" come to: see `settle_same.py`.
    """

    left = models.ForeignKey(Subject, on_delete=models.CASCADE, related_name="judged_left")
    right = models.ForeignKey(Subject, on_delete=models.CASCADE, related_name="judged_right")
    verdict = models.CharField(max_length=10, choices=JudgementVerdict.choices)
    score = models.FloatField(null=True, help_text="0 to 1, as proposed; none where a person found it alone")
    why = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(
                fields=["left", "right"],
                condition=models.Q(ended_at__isnull=True),
                name="one_standing_judgement",
            ),
            models.CheckConstraint(name="two_are_judged", condition=~models.Q(left=models.F("right"))),
        ]

    def __str__(self) -> str:
        return f"{self.left} {self.verdict} {self.right}"
