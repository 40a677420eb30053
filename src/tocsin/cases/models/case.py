"""The file on a person, group or conflict over time, and who works on it."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tocsin.members.models import Role
from tocsin.reports.models import Report

MEMBER = settings.AUTH_USER_MODEL


class Case(models.Model):
    """The file on a person, group or conflict over time."""

    slug = models.SlugField(max_length=80, unique=True)
    title = models.CharField(_("title"), max_length=200)
    country = models.CharField(_("country of the events"), max_length=2, blank=True)
    assessment = models.TextField(_("our wording"), blank=True)
    is_sample = models.BooleanField(default=False)
    is_public = models.BooleanField(_("has a public page"), default=False)
    frozen_at = models.DateTimeField(null=True, blank=True)
    opened_at = models.DateTimeField(default=timezone.now)
    opened_by = models.ForeignKey(MEMBER, null=True, on_delete=models.PROTECT, related_name="+")
    reports = models.ManyToManyField(Report, related_name="cases")

    class Meta:
        ordering = ("-opened_at",)

    def __str__(self) -> str:
        return self.title


class CaseMember(models.Model):
    """That a member works on a case, and as what. Nobody else sees it."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="members")
    member = models.ForeignKey(MEMBER, on_delete=models.CASCADE, related_name="cases")
    role = models.CharField(_("role"), max_length=20, choices=Role.choices)
    added_by = models.ForeignKey(MEMBER, null=True, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("added_at", "pk")
        constraints = [models.UniqueConstraint(fields=["case", "member"], name="once_on_a_case")]

    def __str__(self) -> str:
        return f"{self.member} on {self.case}"
