"""What supporters say came of their calls."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tocsin.directory.models import ContactPoint, Office

from .case import Case
from .inquiry import Inquiry, InquiryOutcome

LONGEST_WORDS = 500


class ToldCallState(models.TextChoices):
    WAITING = "waiting", _("not looked at yet")
    TAKEN = "taken", _("taken into the log")
    LEFT_OUT = "left_out", _("left out")


class ToldCall(models.Model):
    """One call as a supporter tells it: no inquiry before a reviewer takes it into the log. Nothing is kept of who called."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="told_calls")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    point = models.ForeignKey(
        ContactPoint, on_delete=models.PROTECT, related_name="+", help_text="the number that was dialled"
    )
    outcome = models.CharField(_("what happened"), max_length=15, choices=InquiryOutcome.choices)
    said = models.CharField(_("what was said"), max_length=LONGEST_WORDS, blank=True)
    key = models.UUIDField(unique=True, help_text="of the page that told it: a second press stores nothing")
    told_at = models.DateTimeField(default=timezone.now)
    state = models.CharField(max_length=10, choices=ToldCallState.choices, default=ToldCallState.WAITING)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    inquiry = models.ForeignKey(Inquiry, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ("told_at", "pk")
        indexes = [models.Index(fields=["case", "state", "id"], name="told_calls_by_state")]

    def __str__(self) -> str:
        return f"{self.office}, {self.told_at:%Y-%m-%d %H:%M}"
