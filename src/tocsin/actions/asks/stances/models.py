"""What a report or a page says of an organisation's stance."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tocsin.cases.models import Case
from tocsin.reports.models import Report

MEMBER = settings.AUTH_USER_MODEL


class StanceKind(models.TextChoices):
    FOR = "for", _("stands with them")
    AGAINST = "against", _("is against")
    SILENT = "silent", _("has been silent")


class Stance(models.Model):
    """One organisation's stance, as a member recorded it. A wrong one is taken back, never deleted."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="stances")
    organisation = models.CharField(max_length=200)
    kind = models.CharField(max_length=10, choices=StanceKind.choices)
    words = models.CharField(max_length=300, blank=True)
    said_on = models.DateField(null=True, blank=True)
    report = models.ForeignKey(Report, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    link = models.URLField(max_length=500, blank=True)
    recorded_at = models.DateTimeField(default=timezone.now)
    recorded_by = models.ForeignKey(MEMBER, null=True, on_delete=models.PROTECT, related_name="+")
    taken_back_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("organisation", "said_on", "pk")
        constraints = [
            models.CheckConstraint(
                name="stance_with_a_source", condition=models.Q(report__isnull=False) | ~models.Q(link="")
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.kind}"
