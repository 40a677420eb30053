"""What a review keeps of a member's work, so that she can go back, and nothing that she typed is lost."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .report import Report

MEMBER = settings.AUTH_USER_MODEL


class Did(models.TextChoices):
    """What a press of a button did."""

    ACCEPT = "accept", _("accepted")
    REJECT = "reject", _("rejected")
    REOPEN = "reopen", _("made undecided")
    CORRECT = "correct", _("corrected")
    SHOW = "show", _("set what may be shown")
    ADD = "add", _("added")
    CARRY = "carry", _("carried over")


class ReviewStep(models.Model):
    """One press of a button in a review, as it can be undone. Forgotten after 14 days.

    `fields`: [{"field": pk, "before": state or null where it did not exist, "after": version}], see `reports/steps.py`.
    `ended_at`: when it was undone, or was found to be past undoing.
    """

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="steps")
    member = models.ForeignKey(MEMBER, on_delete=models.CASCADE, related_name="+")
    did = models.CharField(max_length=10, choices=Did.choices)
    fields = models.JSONField()
    at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.did} {len(self.fields)} of {self.report}"


class UnsavedWords(models.Model):
    """What a member has typed at one place of a review and not saved. Goes when it is saved, or after 14 days."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="unsaved")
    member = models.ForeignKey(MEMBER, on_delete=models.CASCADE, related_name="+")
    place = models.CharField(max_length=60, help_text="the input's name on the page, such as value-12")
    typed = models.TextField()
    kept_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(fields=["report", "member", "place"], name="once_typed_at_a_place")
        ]

    def __str__(self) -> str:
        return self.place
