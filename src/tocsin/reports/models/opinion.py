"""What second readers said."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .report import Report
from .review import Reader

MEMBER = settings.AUTH_USER_MODEL


class OpinionState(models.TextChoices):
    WAITING = "waiting", _("under way")
    DONE = "done", _("done")
    FAILED = "failed", _("failed")


class SecondOpinion(models.Model):
    """That a second reader was asked about a report, and what came of it. Its suggestions are items of the review."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="opinions")
    reader = models.CharField(max_length=20, choices=Reader.choices)
    state = models.CharField(max_length=10, choices=OpinionState.choices, default=OpinionState.WAITING)
    asked_by = models.ForeignKey(MEMBER, null=True, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True)
    suggested = models.PositiveIntegerField(default=0)
    remarks = models.JSONField(default=list, help_text="sentences for the reviewer; never words of the text")

    class Meta:
        ordering = ("-pk",)
        constraints = [
            models.UniqueConstraint(
                fields=["report"], condition=models.Q(state="waiting"), name="one_opinion_under_way"
            )
        ]

    def __str__(self) -> str:
        return f"{self.reader} {self.state}"
