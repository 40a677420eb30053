"""The audit trail, and earlier states of records."""

from django.db import models
from django.utils import timezone

from .member import Member


class AuditEntry(models.Model):
    """Who did what to which record, and when. Rows are added, never changed; each carries the hash of the one before."""

    at = models.DateTimeField(default=timezone.now, db_index=True)
    member = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    act = models.CharField(max_length=60)
    subject = models.CharField(max_length=120, blank=True, db_index=True)
    detail = models.JSONField(default=dict)
    about_case = models.PositiveBigIntegerField(
        null=True,
        db_index=True,
        help_text="number of the case that the record belongs to: its members read this",
    )
    link = models.PositiveBigIntegerField(
        null=True, unique=True, help_text="its place in the chain; soon after"
    )
    previous = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64, blank=True)

    class Meta:
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.act} {self.subject}"


class Revision(models.Model):
    """What an act changed in a record: each changed field before and after. Named by the audit entry of the act.

    Rows are only added, but for the words in them: these go for good where a report is sealed or consent withdrawn.
    """

    record = models.CharField(
        max_length=120, db_index=True, help_text="as the audit trail names it: 'case 7'"
    )
    within = models.CharField(
        max_length=120, blank=True, db_index=True, help_text="the record that it is part of: 'case 7'"
    )
    entry = models.ForeignKey(AuditEntry, on_delete=models.PROTECT, related_name="revisions")
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    words_gone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.record}, {self.entry}"
