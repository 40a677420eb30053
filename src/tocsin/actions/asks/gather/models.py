"""A day that an action calls, and the gatherings on it."""

import secrets

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tocsin.directory.models import Office

MEMBER = settings.AUTH_USER_MODEL
# Letters and figures that nobody takes for each other on a poster.
_ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
CODE_LENGTH = 7


def new_code() -> str:
    """Of some 27 thousand million: short enough to be typed from a poster, too many to be tried through."""
    return "".join(secrets.choice(_ALPHABET) for _each in range(CODE_LENGTH))


class GatheringKind(models.TextChoices):
    PICKET = "picket", _("picket")
    STOPPAGE = "stoppage", _("stoppage")
    MEETING = "meeting", _("meeting")
    VIGIL = "vigil", _("vigil")
    PRESS_CONFERENCE = "press_conference", _("press conference")


class Where(models.TextChoices):
    OFFICE = "office", _("at an embassy or consulate")
    WORKPLACE = "workplace", _("at a workplace")
    ELSEWHERE = "elsewhere", _("at another public place")
    ONLINE = "online", _("online")


class GatheringState(models.TextChoices):
    ASKED = "asked", _("waits for its host to confirm")
    PROPOSED = "proposed", _("to be looked at")
    SHOWN = "shown", _("shown")
    REFUSED = "refused", _("refused")
    WITHDRAWN = "withdrawn", _("withdrawn")


class ReportState(models.TextChoices):
    NONE = "", _("none yet")
    PROPOSED = "proposed", _("to be looked at")
    SHOWN = "shown", _("shown")
    REFUSED = "refused", _("refused")


class CalledDay(models.Model):
    """`kinds` are codes of GatheringKind, `dangerous` ISO codes; `words_there` are all that is shown to people in these countries."""

    action = models.OneToOneField("actions.Action", on_delete=models.CASCADE, related_name="called_day")
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"))
    kinds = models.JSONField(default=list)
    words = models.TextField(_("the call, in your own words"))
    words_there = models.TextField(_("to people in the country of events"), blank=True)
    dangerous = models.JSONField(default=list)
    called_at = models.DateTimeField(default=timezone.now)
    called_off_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.first_day:%Y-%m-%d}"


class Gathering(models.Model):
    """One gathering. Day and hours are by the clock of `zone`; `contact` is its host's e-mail address, never public, and erased."""

    action = models.ForeignKey("actions.Action", on_delete=models.CASCADE, related_name="gatherings")
    code = models.CharField(max_length=12, unique=True, default=new_code, editable=False)
    kind = models.CharField(max_length=20, choices=GatheringKind.choices)
    where = models.CharField(max_length=12, choices=Where.choices)
    office = models.ForeignKey(Office, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    country = models.CharField(max_length=2, help_text="ISO 3166-1 alpha-2; online: by whose clock")
    city = models.CharField(max_length=100, blank=True)
    place = models.CharField(max_length=200, blank=True)
    link = models.URLField(max_length=300, blank=True)
    on = models.DateField()
    starts = models.TimeField()
    ends = models.TimeField(null=True, blank=True)
    zone = models.CharField(max_length=60, help_text="IANA name")
    starts_at = models.DateTimeField(db_index=True)
    ends_at = models.DateTimeField(help_text="where no end is told, an hour after the start")
    capacity = models.PositiveIntegerField(null=True, blank=True)
    languages = models.CharField(max_length=120, blank=True)
    # In which we write to its host.
    host_language = models.CharField(max_length=20, blank=True)
    accessibility = models.CharField(max_length=300, blank=True)
    bring = models.CharField(max_length=300, blank=True)
    contact = models.EmailField(max_length=254, blank=True)
    state = models.CharField(max_length=10, choices=GatheringState.choices, default=GatheringState.ASKED)
    reason = models.CharField(max_length=300, blank=True, help_text="why it was refused or withdrawn")
    version = models.PositiveIntegerField(default=0, help_text="SEQUENCE of RFC 5545")
    going = models.PositiveIntegerField(default=0)
    turnout = models.PositiveIntegerField(null=True, blank=True)
    told = models.CharField(max_length=300, blank=True)
    report_state = models.CharField(
        max_length=10, choices=ReportState.choices, default=ReportState.NONE, blank=True
    )
    proposed_at = models.DateTimeField(default=timezone.now)
    changed_at = models.DateTimeField(default=timezone.now)
    shown_at = models.DateTimeField(null=True, blank=True)
    added_by = models.ForeignKey(MEMBER, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ("starts_at", "pk")

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.city or self.get_where_display()}"
