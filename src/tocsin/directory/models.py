"""Offices, how to reach them, and whom they serve, as stored."""

from datetime import date

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from .freshness import fresh_until, stale_before


class OfficeKind(models.TextChoices):
    """The kinds of `draft.schema.json`, and the office that does an embassy's work without being one."""

    EMBASSY = "embassy", _("embassy")
    CONSULATE = "consulate", _("consulate")
    PERMANENT_MISSION = "permanent_mission", _("permanent mission")
    REPRESENTATIVE_OFFICE = "representative_office", _("representative office")
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


class Teller(models.TextChoices):
    """Who states what no person of ours has confirmed; the kinds of `terms.offices.Told`."""

    APPEAL = "appeal", _("an appeal")
    OFFICIAL = "official", _("an official list")
    DIRECTORY = "directory", _("a directory")


class Confirmed(models.Model):
    """What a person of ours may vouch for. A confirmation is fresh for 90 days; then it is told with its date."""

    confirmed_at = models.DateTimeField(null=True, blank=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        abstract = True

    @property
    def confirmed_until(self) -> date | None:
        """The last day on which the confirmation is fresh."""
        return fresh_until(self.confirmed_at) if self.confirmed_at else None

    @property
    def is_expired(self) -> bool:
        return self.confirmed_at is not None and self.confirmed_at < stale_before()


class Office(Confirmed):
    """An addressable body in its public role. Countries are ISO 3166-1 alpha-2, empty where unknown.

    `name` is empty where only an address was printed: `str(office)` says so in words. `shipped_key` is that of the
    mission in the directory that ships or was imported. `in_directory`: it counts for every case, not only for those
    whose reports print it. Confirmed: a person has corrected its name or place, which no import changes any more.
    `hours` is what it says itself of when it answers, by its own clock, in its own words.
    """

    name = models.CharField(_("name"), max_length=300, blank=True)
    kind = models.CharField(_("kind"), max_length=30, choices=OfficeKind.choices, default=OfficeKind.OTHER)
    person = models.CharField(_("office holder"), max_length=200, blank=True)
    of_country = models.CharField(_("whose office it is"), max_length=2, blank=True)
    in_country = models.CharField(_("where it stands"), max_length=2, blank=True)
    city = models.CharField(_("city"), max_length=120, blank=True)
    hours = models.CharField(_("when it answers"), max_length=100, blank=True)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    shipped_key = models.CharField(max_length=60, blank=True)
    in_directory = models.BooleanField(default=False)
    owner = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="owned",
        verbose_name=_("the company that owns it"),
    )
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["shipped_key"], condition=~models.Q(shipped_key=""), name="one_office_a_shipped_key"
            )
        ]

    def __str__(self) -> str:
        return self.name or gettext("An address without an office’s name")


class Basis(models.TextChoices):
    """How its source puts that an office answers to a country; the words of `terms.offices.Accreditation`."""

    LISTED = "listed", _("listed under its name")
    COVERS = "covers", _("covered besides others")
    STATED = "stated", _("stated by a directory")


class Accreditation(Confirmed):
    """That an office answers to a country: by its heading, by a note, or because it stands there.

    As printed it is unconfirmed; added by a person with a source it is confirmed.
    """

    office = models.ForeignKey(Office, on_delete=models.CASCADE, related_name="accreditations")
    serves = models.CharField(max_length=2)
    basis = models.CharField(max_length=10, choices=Basis.choices, default=Basis.LISTED)
    valid_from = models.CharField(_("since"), max_length=30, blank=True, help_text="EDTF")
    valid_to = models.CharField(_("until"), max_length=30, blank=True, help_text="EDTF")
    told_by = models.CharField(max_length=10, choices=Teller.choices, default=Teller.APPEAL)
    source = models.CharField(max_length=300)
    source_date = models.CharField(max_length=30, blank=True, help_text="EDTF")

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
    WEB = "web", _("website")


class ContactState(models.TextChoices):
    """How far a contact point can be relied on, as the queue and the desk show it."""

    CONFIRMED = "confirmed", _("confirmed")
    EXPIRED = "expired", _("confirmed long ago")
    UNCONFIRMED = "unconfirmed", _("not confirmed")
    UNREADABLE = "unreadable", _("cannot be read")
    REPORTED_DEAD = "reported_dead", _("reported dead")
    BOUNCED = "bounced", _("bounced")
    RETIRED = "retired", _("retired")


class ContactPoint(Confirmed):
    """One way to reach an office. As printed it is unconfirmed; nobody dials, faxes or mails it before a person confirms it."""

    office = models.ForeignKey(Office, on_delete=models.CASCADE, related_name="contact_points")
    channel = models.CharField(max_length=10, choices=Channel.choices)
    value = models.CharField(
        max_length=500, blank=True, help_text="e-mail address, E.164 number, postal or web address"
    )
    as_written = models.CharField(max_length=500, blank=True)
    repaired = models.CharField(max_length=200, blank=True)
    told_by = models.CharField(max_length=10, choices=Teller.choices, default=Teller.APPEAL)
    source = models.CharField(_("source"), max_length=300)
    source_date = models.CharField(_("date of the source"), max_length=30, blank=True, help_text="EDTF")
    bounced_at = models.DateTimeField(null=True, blank=True)
    dead_reported_at = models.DateTimeField(null=True, blank=True)
    dead_note = models.CharField(max_length=300, blank=True)
    retired_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.channel} {self.value or self.as_written}"

    @property
    def is_usable(self) -> bool:
        """Confirmed by a person, however long ago, and neither retired nor bounced since."""
        return bool(self.value and self.confirmed_at and not self.retired_at and not self.bounced_at)

    @property
    def state(self) -> ContactState:
        """The gravest thing that is known of it."""
        if self.retired_at:
            return ContactState.RETIRED
        if self.bounced_at:
            return ContactState.BOUNCED
        if self.dead_reported_at:
            return ContactState.REPORTED_DEAD
        if not self.value:
            return ContactState.UNREADABLE
        if not self.confirmed_at:
            return ContactState.UNCONFIRMED
        return ContactState.EXPIRED if self.is_expired else ContactState.CONFIRMED

    @property
    def needs_check(self) -> bool:
        """Whether a person should look it up."""
        return self.state not in (ContactState.CONFIRMED, ContactState.RETIRED)


class MappedOffice(models.Model):
    """An office as OpenStreetMap has it: in a table of its own, since its licence reaches whatever it is mixed with.

    Nothing of it is copied into the directory; the desk shows it beside, with `LICENCE`.
    """

    LICENCE = "© OpenStreetMap contributors, Open Database License 1.0"

    osm_id = models.CharField(max_length=40, unique=True, help_text="node/1, way/2, relation/3")
    kind = models.CharField(max_length=30, choices=OfficeKind.choices)
    name = models.CharField(max_length=300, blank=True)
    of_country = models.CharField(max_length=2)
    in_country = models.CharField(max_length=2, blank=True)
    serves = models.CharField(max_length=200, blank=True, help_text="codes, joined by |")
    city = models.CharField(max_length=120, blank=True)
    latitude = models.FloatField()
    longitude = models.FloatField()
    address = models.CharField(max_length=500, blank=True)
    phone = models.CharField(max_length=200, blank=True)
    fax = models.CharField(max_length=200, blank=True)
    email = models.CharField(max_length=200, blank=True)
    website = models.CharField(max_length=500, blank=True)
    source_date = models.CharField(max_length=30, help_text="EDTF")

    class Meta:
        indexes = [models.Index(fields=["of_country", "in_country"], name="mapped_by_country")]

    def __str__(self) -> str:
        return self.name or self.osm_id


class WikidataAnswer(models.Model):
    """What Wikidata answered about one country's missions; kept, so that a refresh goes on where it was stopped."""

    of_country = models.CharField(max_length=2, unique=True)
    asked_on = models.DateField()
    rows = models.JSONField(default=list)
    applied_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.of_country}, {self.asked_on}"
