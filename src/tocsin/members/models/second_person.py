"""Acts that need a second person, where the organisation says so."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .member import Member


class HouseRules(models.Model):
    """What the organisation has decided for itself. One row."""

    second_person_publishes = models.BooleanField(_("publishing needs a second person"), default=False)
    second_person_exports = models.BooleanField(_("exporting needs a second person"), default=False)

    def __str__(self) -> str:
        return "house rules"


class SecondPersonRequest(models.Model):
    """That a member asked for a second person's agreement to one act on one record, and what came of it."""

    act = models.CharField(max_length=60)
    subject = models.CharField(max_length=120, help_text="as the audit trail names it")
    about_case = models.PositiveBigIntegerField(null=True, help_text="number of the record's case")
    asked_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    why = models.CharField(max_length=300, blank=True)
    answered_by = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    is_agreed = models.BooleanField(null=True)
    wanted = models.JSONField(
        default=list, help_text="what exactly is asked for, where the act alone does not say"
    )
    fingerprint = models.CharField(
        max_length=64, blank=True, help_text="of what was agreed to; another one makes the agreement void"
    )
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-asked_at", "-pk")
        constraints = [
            models.UniqueConstraint(
                fields=["act", "subject"],
                condition=models.Q(answered_at__isnull=True),
                name="one_open_request_an_act",
            ),
            models.CheckConstraint(
                name="the_second_is_another",
                condition=models.Q(answered_by__isnull=True)
                | models.Q(is_agreed=False)
                | ~models.Q(asked_by=models.F("answered_by")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.act} {self.subject}"
