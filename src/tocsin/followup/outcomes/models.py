"""What changed, or did not, and where that is known from."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tocsin.actions.models import Action
from tocsin.cases.models import Inquiry
from tocsin.reports.models import Report

MEMBER = settings.AUTH_USER_MODEL


class OutcomeKind(models.TextChoices):
    RELEASED = "released", _("released")
    CHARGE_DROPPED = "charge_dropped", _("charge dropped")
    SENTENCED = "sentenced", _("sentenced")
    DIED = "died", _("died")
    NO_ANSWER = "no_answer", _("no answer")
    OTHER = "other", _("something else")


class Effect(models.TextChoices):
    KEEPS = "keeps", _("changes nothing about the action")
    CLOSES = "closes", _("closes the action")
    REOPENS = "reopens", _("opens the closed action again")
    ESCALATES = "escalates", _("goes on to further offices")


class Outcome(models.Model):
    """One outcome, as a member recorded it. A wrong one is taken back, never deleted.

    One of `report`, `link` and `inquiry` says where it is known from. Silence is known from our own letters: then
    `silent_days` says for how long nobody had answered on that day.
    """

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="outcomes")
    kind = models.CharField(max_length=15, choices=OutcomeKind.choices)
    effect = models.CharField(max_length=10, choices=Effect.choices, default=Effect.KEEPS)
    happened_on = models.DateField()
    text = models.CharField(max_length=500, blank=True)
    report = models.ForeignKey(Report, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    link = models.URLField(max_length=500, blank=True)
    inquiry = models.ForeignKey(Inquiry, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    silent_days = models.PositiveIntegerField(null=True, blank=True)
    recorded_at = models.DateTimeField(default=timezone.now)
    recorded_by = models.ForeignKey(MEMBER, null=True, on_delete=models.PROTECT, related_name="+")
    taken_back_at = models.DateTimeField(null=True, blank=True)
    taken_back_why = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("happened_on", "pk")
        constraints = [
            models.CheckConstraint(
                name="outcome_with_a_source",
                condition=models.Q(report__isnull=False)
                | models.Q(inquiry__isnull=False)
                | models.Q(silent_days__isnull=False)
                | ~models.Q(link=""),
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.happened_on}"
