"""A text as received."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

MEMBER = settings.AUTH_USER_MODEL


class ReportState(models.TextChoices):
    RECEIVED = "received", _("waiting for review")
    IN_REVIEW = "in_review", _("in review")
    ACCEPTED = "accepted", _("accepted into a case")
    REJECTED = "rejected", _("set aside")
    SEALED = "sealed", _("sealed")


class Report(models.Model):
    """A text as received: `original`, `text`, `draft` and `sha256` never change once stored.

    `repeats`: the report that this one is a copy or a translation of, by a judgement; the two are one source.
    `revises`: the version of the same text that came before. A sealed report has lost its words, never its hash.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(_("file name or address"), max_length=300)
    publisher = models.CharField(_("publisher"), max_length=200, blank=True)
    source_url = models.URLField(_("where it was published"), max_length=500, blank=True)
    published = models.CharField(_("date of publication"), max_length=30, blank=True, help_text="EDTF")
    received_at = models.DateTimeField(default=timezone.now)
    received_by = models.ForeignKey(MEMBER, null=True, on_delete=models.PROTECT, related_name="+")
    sha256 = models.CharField(max_length=64, unique=True)
    text_print = models.CharField(
        max_length=64, blank=True, db_index=True, help_text="SHA-256 of its letters and digits alone"
    )
    media_type = models.CharField(max_length=100)
    original = models.BinaryField()
    text = models.TextField()
    language = models.CharField(max_length=20, blank=True)
    draft = models.JSONField()
    is_sample = models.BooleanField(_("part of the shipped sample"), default=False)
    may_leave = models.BooleanField(_("may leave this server"), default=False)
    confidential_at = models.DateTimeField(
        null=True, blank=True, help_text="kept to reviewers and whoever brought it in until a case takes it"
    )
    state = models.CharField(max_length=20, choices=ReportState.choices, default=ReportState.RECEIVED)
    repeats = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="repeated_by"
    )
    revises = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="revisions"
    )
    sealed_at = models.DateTimeField(null=True, blank=True)
    sealed_by = models.ForeignKey(MEMBER, null=True, on_delete=models.PROTECT, related_name="+")
    sealed_why = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("-received_at", "-pk")
        indexes = [
            models.Index(fields=["state", "-received_at", "-id"], name="reports_by_state"),
            models.Index(fields=["state", "language"], name="reports_by_state_and_language"),
            models.Index(fields=["-received_at", "-id"], name="reports_by_arrival"),
            models.Index(
                fields=["confidential_at"],
                condition=models.Q(confidential_at__isnull=False),
                name="reports_kept_to_some",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="sealed_on_a_day",
                condition=models.Q(state=ReportState.SEALED, sealed_at__isnull=False)
                | (~models.Q(state=ReportState.SEALED) & models.Q(sealed_at__isnull=True)),
            )
        ]

    def __str__(self) -> str:
        return self.name or f"report {self.pk}"
