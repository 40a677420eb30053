"""Whom to give money to, and for what."""

from django.conf import settings
from django.db import models
from django.utils import timezone

MEMBER = settings.AUTH_USER_MODEL


class Cause(models.Model):
    """A link or bank details with their owner and purpose. In public only once somebody else than `entered_by` verified it."""

    action = models.ForeignKey("actions.Action", on_delete=models.PROTECT, related_name="causes")
    owner = models.CharField(max_length=200, help_text="who receives the money")
    purpose = models.CharField(max_length=300)
    url = models.URLField(max_length=500, blank=True)
    account = models.TextField(max_length=500, blank=True, help_text="bank details as they are to be printed")
    source = models.CharField(max_length=500, help_text="where it was found")
    entered_at = models.DateTimeField(default=timezone.now)
    entered_by = models.ForeignKey(MEMBER, on_delete=models.PROTECT, related_name="+")
    verified_at = models.DateTimeField(null=True, blank=True)
    verified_by = models.ForeignKey(MEMBER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    verified_how = models.CharField(max_length=300, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_why = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("entered_at", "pk")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(verified_by=None) | ~models.Q(verified_by=models.F("entered_by")),
                name="a_cause_is_verified_by_another",
            )
        ]

    def __str__(self) -> str:
        return self.owner

    @property
    def is_shown(self) -> bool:
        return self.verified_at is not None and self.withdrawn_at is None
