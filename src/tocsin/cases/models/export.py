"""What was exported from a case, by whom, and the file until it is forgotten."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .case import Case

MEMBER = settings.AUTH_USER_MODEL


class ExportKind(models.TextChoices):
    BUNDLE = "bundle", _("Numbered bundle to print (PDF)")
    ZIP = "zip", _("The whole case, to restore it elsewhere")
    CSV = "csv", _("Table of claims (CSV)")
    ACLED = "acled", _("Incidents in ACLED’s columns (CSV)")
    FTM = "ftm", _("FollowTheMoney (JSON lines)")
    JSON = "json", _("JSON")


class ExportState(models.TextChoices):
    WAITING = "waiting", _("being made")
    READY = "ready", _("ready")
    FAILED = "failed", _("could not be made")
    GONE = "gone", _("deleted")


class Export(models.Model):
    """One export. Its file lies below the data folder under a random name until `expires_at`; the row stays.

    `done` of `steps` tells how far it is while it is being made; `remark` what the reader should know of the file.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="exports")
    kind = models.CharField(max_length=10, choices=ExportKind.choices)
    is_public = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=ExportState.choices, default=ExportState.WAITING)
    asked_by = models.ForeignKey(MEMBER, null=True, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    done = models.PositiveIntegerField(default=0)
    steps = models.PositiveIntegerField(default=0)
    records = models.PositiveIntegerField(default=0)
    size = models.PositiveBigIntegerField(default=0, help_text="bytes")
    sha256 = models.CharField(max_length=64, blank=True)
    stored_as = models.CharField(max_length=60, blank=True)
    remark = models.CharField(max_length=500, blank=True)
    holds = models.JSONField(null=True, help_text="digests of what it was made of, while the file stays")

    class Meta:
        ordering = ("-asked_at", "-pk")

    def __str__(self) -> str:
        return f"{self.kind} of {self.case}"


class CarriedEntry(models.Model):
    """A line of the audit trail that a case brought along from another server. It is no link of our own chain."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="carried_entries")
    position = models.PositiveIntegerField()
    entry = models.JSONField()

    class Meta:
        ordering = ("position",)
        verbose_name_plural = "carried entries"
        constraints = [models.UniqueConstraint(fields=["case", "position"], name="one_carried_line_a_place")]

    def __str__(self) -> str:
        return f"{self.case}, line {self.position}"
