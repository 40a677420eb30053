"""What a report may repeat: the prints by which it is found, and what was found."""

from django.db import models
from django.utils import timezone

from .report import RepeatKind, Report


class ReportPrint(models.Model):
    """A few hashes of what a report's text is made of, so that others made of the same are found. No word is kept."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="prints")
    value = models.BigIntegerField(help_text="0 alone for a text too short to have any")

    class Meta:
        indexes = [models.Index(fields=["value", "report"], name="reports_by_print")]

    def __str__(self) -> str:
        return f"{self.report_id}: {self.value:x}"


class RepeatProposal(models.Model):
    """That a report looks like an earlier one's copy, translation or newer version. A judgement hides it."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="may_repeat")
    other = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=12, choices=RepeatKind.choices)
    score = models.FloatField(help_text="0 to 1")
    found_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("-score", "pk")
        constraints = [
            models.UniqueConstraint(fields=["report", "other"], name="one_proposal_on_two_reports")
        ]

    def __str__(self) -> str:
        return f"{self.report_id} {self.kind} {self.other_id}"
