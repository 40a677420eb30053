"""One statement of one fact."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tocsin.reports.models import Report

from .inquiry import Inquiry
from .subject import Subject

MEMBER = settings.AUTH_USER_MODEL


class Stance(models.TextChoices):
    ASSERTS = "asserts", _("says so")
    DENIES = "denies", _("denies it")
    RETRACTS = "retracts", _("takes it back")
    REFUSES = "refuses", _("refuses to say")


class Circumstance(models.TextChoices):
    UNKNOWN = "", _("not known")
    FREE = "free", _("speaking freely")
    IN_CUSTODY = "in_custody", _("in custody")
    UNDER_PRESSURE = "under_pressure", _("under pressure")


# What is said so never outweighs what was said freely.
COERCED = {Circumstance.IN_CUSTODY, Circumstance.UNDER_PRESSURE}


class ClaimState(models.TextChoices):
    AWAITING = "awaiting", _("waiting for review")
    ACCEPTED = "accepted", _("accepted")
    REJECTED = "rejected", _("left out")


class Claim(models.Model):
    """One statement of one fact about a subject: who says it, when, in which report at which words or in which call.

    `spans` are [start, end] in code points of the report's text. `holds_on` is when the fact is said to hold, `said_at` when it was said, both EDTF.
    """

    subject = models.ForeignKey(Subject, on_delete=models.CASCADE, related_name="claims")
    predicate = models.CharField(max_length=40)
    value = models.JSONField()
    holds_on = models.CharField(max_length=30, blank=True, help_text="EDTF; empty: by the report")
    asserted_by = models.CharField(max_length=200, blank=True, help_text="empty: the report itself")
    said_at = models.CharField(
        max_length=30, blank=True, help_text="EDTF; empty: when the report was published"
    )
    stance = models.CharField(max_length=10, choices=Stance.choices, default=Stance.ASSERTS)
    circumstance = models.CharField(max_length=15, choices=Circumstance.choices, blank=True)
    report = models.ForeignKey(Report, null=True, on_delete=models.PROTECT, related_name="claims")
    inquiry = models.ForeignKey(Inquiry, null=True, on_delete=models.PROTECT, related_name="claims")
    spans = models.JSONField(default=list)
    state = models.CharField(max_length=10, choices=ClaimState.choices, default=ClaimState.ACCEPTED)
    accepted_by = models.ForeignKey(MEMBER, null=True, on_delete=models.PROTECT, related_name="+")
    accepted_at = models.DateTimeField(default=timezone.now)
    may_be_shown = models.BooleanField(default=False)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(
                name="only_accepted_claims_are_shown",
                condition=models.Q(may_be_shown=False) | models.Q(state=ClaimState.ACCEPTED),
            )
        ]

    def __str__(self) -> str:
        return f"{self.subject}: {self.predicate}"
