"""Attempts to get an answer."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tocsin.directory.models import Office

from .case import Case
from .subject import Subject

MEMBER = settings.AUTH_USER_MODEL


class InquiryChannel(models.TextChoices):
    PHONE = "phone", _("phone")
    VISIT = "visit", _("in person")
    LETTER = "letter", _("letter")
    EMAIL = "email", _("e-mail")
    FAX = "fax", _("fax")
    MESSAGE = "message", _("message")


class InquiryOutcome(models.TextChoices):
    ANSWERED = "answered", _("answered")
    REFUSED = "refused", _("refused to say")
    HUNG_UP = "hung_up", _("hung up")
    CALL_BACK = "call_back", _("told us to ask again later")
    SENT_ON = "sent_on", _("sent us to another office")
    NO_ANSWER = "no_answer", _("nobody answered")
    WRONG_NUMBER = "wrong_number", _("number does not work")
    WAITING = "waiting", _("sent, no answer yet")


REACHED = {InquiryOutcome.ANSWERED, InquiryOutcome.REFUSED, InquiryOutcome.HUNG_UP}


class Inquiry(models.Model):
    """One attempt to get an answer from an office: who asked whom, when, how, and what came of it."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="inquiries")
    office = models.ForeignKey(Office, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    office_name = models.CharField(_("office"), max_length=300)
    spoke_with = models.CharField(_("who answered"), max_length=200, blank=True)
    about = models.ForeignKey(Subject, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    channel = models.CharField(_("how"), max_length=10, choices=InquiryChannel.choices)
    asked_by = models.CharField(_("who asked"), max_length=120, blank=True, help_text="as it may be told")
    asked_at = models.DateTimeField(_("when"))
    outcome = models.CharField(_("what happened"), max_length=15, choices=InquiryOutcome.choices)
    said = models.TextField(_("what was said"), blank=True)
    logged_by = models.ForeignKey(MEMBER, null=True, on_delete=models.PROTECT, related_name="+")
    logged_at = models.DateTimeField(default=timezone.now)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    form_key = models.CharField(
        max_length=40, blank=True, help_text="of the form that logged it: a second press stores nothing"
    )

    class Meta:
        ordering = ("asked_at", "pk")
        verbose_name_plural = "inquiries"
        constraints = [
            models.UniqueConstraint(
                fields=["form_key"], condition=~models.Q(form_key=""), name="one_inquiry_a_form"
            )
        ]

    def __str__(self) -> str:
        return f"{self.office_name}, {self.asked_at:%Y-%m-%d %H:%M}"
