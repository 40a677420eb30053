"""What has arrived and is to be read, and where we look for more."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .report import Report

MEMBER = settings.AUTH_USER_MODEL


class ArrivalWay(models.TextChoices):
    PASTE = "paste", _("pasted")
    UPLOAD = "upload", _("uploaded")
    FOLDER = "folder", _("from a folder")
    MAIL = "mail", _("by mail")
    FEED = "feed", _("from a feed")
    COMMAND = "command", _("from the command line")


# A mail, or one that is piped in: nobody was asked who may see it, and its name is what its sender wrote.
UNASKED = (ArrivalWay.MAIL, ArrivalWay.COMMAND)


class ArrivalState(models.TextChoices):
    WAITING = "waiting", _("waiting to be read")
    READING = "reading", _("being read")
    READ = "read", _("read")
    KNOWN = "known", _("known already")
    FAILED = "failed", _("could not be read")
    DISMISSED = "dismissed", pgettext_lazy("arrival", "dismissed")


class IntakeSource(models.Model):
    """Where reports are fetched from: a folder, a mailbox or a feed. Passwords stand in the environment, never here."""

    class Kind(models.TextChoices):
        FOLDER = "folder", _("folder")
        MAILBOX = "mailbox", _("mailbox")
        FEED = "feed", _("feed")

    kind = models.CharField(max_length=10, choices=Kind.choices)
    name = models.CharField(_("name"), max_length=200)
    address = models.CharField(_("address"), max_length=500, unique=True)
    is_on = models.BooleanField(_("in use"), default=True)
    takes_pages = models.BooleanField(
        _("fetch the page of each entry"), default=False, help_text="of a feed alone"
    )
    seen = models.JSONField(default=dict, help_text="how far it was read: the kind's own bookmark")
    looked_at = models.DateTimeField(null=True, blank=True)
    look_next_at = models.DateTimeField(default=timezone.now)
    failures = models.PositiveIntegerField(default=0, help_text="in a row; each doubles the pause")
    trouble = models.CharField(max_length=500, blank=True)
    added_by = models.ForeignKey(MEMBER, null=True, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("name", "pk")

    def __str__(self) -> str:
        return self.name


class Arrival(models.Model):
    """Bytes as they came in. Kept until they are a report, or somebody dismisses them.

    `data` is empty once the same bytes stand in a report, once dismissed, and where they were too many to be taken.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    way = models.CharField(max_length=10, choices=ArrivalWay.choices)
    source = models.ForeignKey(
        IntakeSource, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    name = models.CharField(_("file name or address"), max_length=300)
    sha256 = models.CharField(max_length=64, db_index=True)
    data = models.BinaryField()
    size = models.PositiveIntegerField(help_text="bytes")
    published = models.CharField(max_length=30, blank=True, help_text="EDTF")
    publisher = models.CharField(max_length=200, blank=True)
    source_url = models.URLField(max_length=500, blank=True)
    may_leave = models.BooleanField(default=False)
    is_confidential = models.BooleanField(default=False, help_text="see `Report.confidential_at`")
    arrived_at = models.DateTimeField(default=timezone.now)
    arrived_by = models.ForeignKey(MEMBER, null=True, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=ArrivalState.choices, default=ArrivalState.WAITING)
    reason = models.CharField(max_length=500, blank=True)
    began_at = models.DateTimeField(null=True, blank=True, help_text="when it was last begun to be read")
    tries = models.PositiveIntegerField(
        default=0, help_text="how often it was begun; a reader that dies at it counts"
    )
    report = models.ForeignKey(
        Report, null=True, blank=True, on_delete=models.SET_NULL, related_name="arrivals"
    )

    class Meta:
        ordering = ("-arrived_at", "-pk")
        indexes = [models.Index(fields=["state", "-arrived_at"], name="arrivals_by_state")]

    def __str__(self) -> str:
        return self.name
