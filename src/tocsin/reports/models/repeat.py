"""What a report may repeat: the prints by which it is found, and what was found."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .judged import Judged
from .report import Report


class RepeatKind(models.TextChoices):
    COPY = "copy", _("a copy")
    TRANSLATION = "translation", _("a translation")
    VERSION = "version", _("a newer version")
    APART = "apart", _("reports of their own")


class RepeatJudgement(Judged):
    """Whether a report repeats another: a person's judgement, which can be undone. Rows are ended, never rewritten."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="judged_repeats")
    other = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=12, choices=RepeatKind.choices)
    score = models.FloatField(null=True, help_text="0 to 1, as proposed")

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(
                fields=["report", "other"],
                condition=models.Q(ended_at__isnull=True),
                name="one_standing_word_on_two_reports",
            )
        ]

    def __str__(self) -> str:
        return f"{self.report} {self.kind} {self.other}"


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
