"""Offices, how to reach them, and whom they serve, as stored."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class OfficeKind(models.TextChoices):
    """The kinds of `draft.schema.json`."""

    EMBASSY = "embassy", _("embassy")
    CONSULATE = "consulate", _("consulate")
    PERMANENT_MISSION = "permanent_mission", _("permanent mission")
    HEAD_OF_STATE = "head_of_state", _("head of state")
    HEAD_OF_GOVERNMENT = "head_of_government", _("head of government")
    MINISTRY = "ministry", _("ministry")
    PROSECUTOR = "prosecutor", _("prosecutor")
    POLICE = "police", _("police")
    COURT = "court", _("court")
    PRISON = "prison", _("prison")
    LOCAL_AUTHORITY = "local_authority", _("local authority")
    COMPANY = "company", _("company")
    UNION = "union", _("union")
    NGO = "ngo", _("non-governmental organisation")
    MEDIA = "media", _("media")
    PARLIAMENT = "parliament", _("parliament")
    OTHER = "other", _("other office")


class Office(models.Model):
    """An addressable body in its public role. Countries are ISO 3166-1 alpha-2, empty where unknown.

    `name` is empty where only an address was printed: `str(office)` says so in words.
    """

    name = models.CharField(_("name"), max_length=300, blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=OfficeKind.choices, default=OfficeKind.OTHER)
    person = models.CharField(_("office holder"), max_length=200, blank=True)
    of_country = models.CharField(_("whose office it is"), max_length=2, blank=True)
    in_country = models.CharField(_("where it stands"), max_length=2, blank=True)
    city = models.CharField(_("city"), max_length=120, blank=True)
    created_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return self.name or gettext("An address without an office’s name")


class Accreditation(models.Model):
    """That an office answers to a country: by its heading, by a note, or because it stands there.

    As printed it is unconfirmed; added by a person with a source it is confirmed.
    """

    office = models.ForeignKey(Office, on_delete=models.CASCADE, related_name="accreditations")
    serves = models.CharField(max_length=2)
    source = models.CharField(max_length=300)
    source_date = models.CharField(max_length=30, blank=True, help_text="EDTF")
    confirmed_at = models.DateTimeField(null=True, blank=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["office", "serves", "source"], name="one_accreditation_a_source")
        ]

    def __str__(self) -> str:
        return f"{self.office} serves {self.serves}"


class Channel(models.TextChoices):
    EMAIL = "email", _("e-mail")
    POST = "post", _("post")
    FAX = "fax", _("fax")
    PHONE = "phone", _("phone")


class ContactPoint(models.Model):
    """One way to reach an office. As printed it is unconfirmed; nobody dials, faxes or mails it before a person confirms it."""

    office = models.ForeignKey(Office, on_delete=models.CASCADE, related_name="contact_points")
    channel = models.CharField(max_length=10, choices=Channel.choices)
    value = models.CharField(
        max_length=500, blank=True, help_text="e-mail address, E.164 number or postal address"
    )
    as_written = models.CharField(max_length=500, blank=True)
    repaired = models.CharField(max_length=200, blank=True)
    source = models.CharField(_("source"), max_length=300)
    source_date = models.CharField(_("date of the source"), max_length=30, blank=True, help_text="EDTF")
    confirmed_at = models.DateTimeField(null=True, blank=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    bounced_at = models.DateTimeField(null=True, blank=True)
    retired_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.channel} {self.value or self.as_written}"

    @property
    def is_usable(self) -> bool:
        """Confirmed by a person and neither retired nor bounced since."""
        return bool(self.value and self.confirmed_at and not self.retired_at and not self.bounced_at)
