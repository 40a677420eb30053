"""What the editors make of the claims."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .claim import Claim
from .subject import Subject

MEMBER = settings.AUTH_USER_MODEL


class Verdict(models.TextChoices):
    REPORTED = "reported", _("reported")
    DISPUTED = "disputed", _("disputed")
    VERIFIED = "verified", _("verified")
    REFUTED = "refuted", _("shown to be wrong")


class Assessment(models.Model):
    """The editor's wording for one predicate of a subject, citing claims. The latest holds; earlier ones stay.

    `is_proposed`: it is to be shown once a second person has agreed. Until then the public reads the one before.
    """

    subject = models.ForeignKey(Subject, on_delete=models.CASCADE, related_name="assessments")
    predicate = models.CharField(max_length=40)
    wording = models.TextField(_("our wording"))
    verdict = models.CharField(
        _("how sure"), max_length=10, choices=Verdict.choices, default=Verdict.REPORTED
    )
    cites = models.ManyToManyField(Claim, related_name="assessments")
    may_be_shown = models.BooleanField(default=False)
    is_proposed = models.BooleanField(default=False)
    written_by = models.ForeignKey(MEMBER, null=True, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.subject}: {self.predicate}"
