"""The call relay: volunteers without an account who call an office in turns."""

from datetime import time

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tocsin.directory.models import Office

from .case import Case
from .inquiry import Inquiry
from .subject import Subject

MEMBER = settings.AUTH_USER_MODEL


class Relay(models.Model):
    """Calls to one office in turns of a quarter of an hour, each day between `opens` and `closes` by the clock of `zone`."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="relays")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    number = models.CharField(_("number to dial"), max_length=40)
    about = models.ForeignKey(Subject, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    question = models.TextField(_("what to ask"))
    starts_at = models.DateTimeField(_("first call"))
    ends_at = models.DateTimeField(_("end of the last call"))
    zone = models.CharField(_("by whose clock"), max_length=60, default="UTC", help_text="IANA name")
    opens = models.TimeField(_("from"), default=time(0, 0))
    closes = models.TimeField(_("until"), default=time(23, 45))
    callers_see_names = models.BooleanField(_("callers may see withheld names"), default=False)
    opened_by = models.ForeignKey(MEMBER, null=True, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField(default=timezone.now)
    stopped_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-starts_at", "pk")

    def __str__(self) -> str:
        return f"{self.office}, {self.starts_at:%Y-%m-%d %H:%M}"


class RelayCaller(models.Model):
    """A volunteer, known by a personal link alone: only the hash of its token is kept, and a first name to call her by."""

    relay = models.ForeignKey(Relay, on_delete=models.CASCADE, related_name="callers")
    called = models.CharField(_("first name or nickname"), max_length=60, blank=True)
    token_hash = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(MEMBER, null=True, on_delete=models.PROTECT, related_name="+")
    invited_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.called or f"caller {self.pk}"


class RelayTurn(models.Model):
    """A quarter of an hour of one volunteer, and the call that she made in it."""

    relay = models.ForeignKey(Relay, on_delete=models.CASCADE, related_name="turns")
    caller = models.ForeignKey(RelayCaller, on_delete=models.CASCADE, related_name="turns")
    starts_at = models.DateTimeField()
    begun_at = models.DateTimeField(null=True, blank=True)
    inquiry = models.ForeignKey(Inquiry, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ("starts_at",)
        constraints = [models.UniqueConstraint(fields=["relay", "starts_at"], name="one_caller_a_turn")]

    def __str__(self) -> str:
        return f"{self.starts_at:%Y-%m-%d %H:%M}"
