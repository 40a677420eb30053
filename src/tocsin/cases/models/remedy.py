"""Remedies tried, and the days by which something must be done."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tocsin.directory.models import Office

from .case import Case
from .inquiry import Inquiry
from .subject import Subject

MEMBER = settings.AUTH_USER_MODEL


class RemedyKind(models.TextChoices):
    HOSPITAL = "hospital", _("hospital or doctor")
    POLICE = "police", _("complaint to the police")
    PROSECUTOR = "prosecutor", _("prosecutor")
    COURT = "court", _("court")
    OMBUDSMAN = "ombudsman", _("ombudsman or human rights commission")
    INTERNATIONAL = "international", _("international body")
    OTHER = "other", _("other")


class RemedyOutcome(models.TextChoices):
    PENDING = "pending", _("no answer yet")
    GRANTED = "granted", _("granted")
    PARTLY = "partly", _("granted in part")
    REFUSED = "refused", _("refused")
    NOT_TAKEN = "not_taken", _("refused to take it in")


class Remedy(models.Model):
    """One remedy tried: where, when, what was asked, what was refused and by whom."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="remedies")
    about = models.ForeignKey(Subject, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    kind = models.CharField(_("what kind"), max_length=15, choices=RemedyKind.choices)
    office = models.ForeignKey(Office, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    office_name = models.CharField(_("where"), max_length=300)
    asked_for = models.CharField(_("what was asked for"), max_length=500)
    tried_on = models.CharField(_("when"), max_length=30, help_text="EDTF")
    outcome = models.CharField(
        _("what came of it"), max_length=10, choices=RemedyOutcome.choices, default=RemedyOutcome.PENDING
    )
    decided_on = models.CharField(_("decided when"), max_length=30, blank=True, help_text="EDTF")
    decided_by = models.CharField(_("by whom"), max_length=200, blank=True)
    reason_given = models.CharField(_("reason given"), max_length=500, blank=True)
    source = models.CharField(_("where we know it from"), max_length=300, blank=True)
    noted_from = models.ForeignKey(
        Subject,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="the incident of a report that tells of it",
    )
    logged_by = models.ForeignKey(MEMBER, null=True, on_delete=models.PROTECT, related_name="+")
    logged_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("tried_on", "pk")
        verbose_name_plural = "remedies"

    def __str__(self) -> str:
        return f"{self.office_name}, {self.tried_on}"


class DeadlineKind(models.TextChoices):
    REMAND = "remand", _("remand ends")
    HEARING = "hearing", _("hearing")
    APPEAL = "appeal", _("last day to appeal")
    ASK_AGAIN = "ask_again", _("ask again")
    OTHER = "other", _("other")


class Deadline(models.Model):
    """A day by which something happens or must be done; members of the case are reminded of it."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="deadlines")
    about = models.ForeignKey(Subject, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    kind = models.CharField(_("what"), max_length=10, choices=DeadlineKind.choices)
    due_on = models.DateField(_("when"))
    note = models.CharField(_("in words"), max_length=300, blank=True)
    after = models.OneToOneField(
        Inquiry,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="asked_again",
        help_text="the attempt after which it is asked again",
    )
    set_by = models.ForeignKey(MEMBER, null=True, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField(default=timezone.now)
    reminded_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(MEMBER, null=True, on_delete=models.PROTECT, related_name="+")
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("due_on", "pk")

    def __str__(self) -> str:
        return f"{self.kind} {self.due_on}"
