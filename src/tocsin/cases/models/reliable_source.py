"""Which reports' sources an editor holds to be reliable."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from tocsin.reports.models import Report

from .case import Case

MEMBER = settings.AUTH_USER_MODEL


class ReliableSource(models.Model):
    """A reviewer's word that whoever published a report is a reliable source in this case, and why.

    Without one no source counts as reliable. An ended row no longer holds; rows are never rewritten otherwise.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="reliable_sources")
    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="+")
    why = models.CharField(max_length=300)
    marked_by = models.ForeignKey(MEMBER, null=True, on_delete=models.PROTECT, related_name="+")
    marked_at = models.DateTimeField(default=timezone.now)
    ended_by = models.ForeignKey(MEMBER, null=True, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(
                fields=["case", "report"],
                condition=models.Q(ended_at__isnull=True),
                name="one_standing_word_on_a_source",
            )
        ]

    def __str__(self) -> str:
        return f"{self.report} in {self.case}"
