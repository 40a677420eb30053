"""The case file: subjects, and the claims made about them."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tocsin.directory.models import Office
from tocsin.reports.models import Report, ReviewItem

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


class SubjectKind(models.TextChoices):
    PERSON = "person", _("person at risk")
    GROUP = "group", _("group")
    INCIDENT = "incident", _("incident")
    STATEMENT = "statement", _("statement")
    DEMAND = "demand", _("demand")
    ASK = "ask", _("ask")
    OFFICE = "office", _("office")
    OFFICIAL = "official", _("official")
    ORGANISATION = "organisation", _("organisation")
    LINK = "link", _("link")


class Subject(models.Model):
    """What claims are about: one person, incident, statement ... of one case."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="subjects")
    kind = models.CharField(max_length=12, choices=SubjectKind.choices)
    office = models.ForeignKey(Office, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    contradicts = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    same_as = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="joined",
        help_text="a judgement that can be undone: claims stay where they are",
    )
    item = models.ForeignKey(ReviewItem, null=True, on_delete=models.PROTECT, related_name="subjects")
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("position", "pk")
        constraints = [
            models.UniqueConstraint(fields=["case", "item"], name="one_subject_an_item"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


class Naming(models.TextChoices):
    WITHHELD = "withheld", _("withheld")
    INITIALS = "initials", _("initials")
    FULL = "full", _("full name")


class ConsentBasis(models.TextChoices):
    NONE = "", _("not recorded")
    PERSON = "person", _("the person agreed")
    FAMILY = "family", _("the family or lawyer agreed")
    PUBLISHED = "published", _("the name stands in a published source")


class PersonAtRisk(Subject):
    """How a person may be named. Withheld until somebody records on whose consent or published source."""

    naming = models.CharField(_("shown as"), max_length=10, choices=Naming.choices, default=Naming.WITHHELD)
    consent_basis = models.CharField(
        _("on what ground"), max_length=10, choices=ConsentBasis.choices, blank=True
    )
    consent_note = models.CharField(_("who, when, where it stands"), max_length=300, blank=True)
    consent_by = models.ForeignKey(MEMBER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    consent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_shown_name_has_a_ground",
                condition=models.Q(naming=Naming.WITHHELD)
                | (
                    ~models.Q(consent_basis="")
                    & ~models.Q(consent_note="")
                    & models.Q(consent_at__isnull=False)
                ),
            )
        ]


class Claim(models.Model):
    """One statement of one fact about a subject: in which report, at which words, accepted by whom."""

    subject = models.ForeignKey(Subject, on_delete=models.CASCADE, related_name="claims")
    predicate = models.CharField(max_length=40)
    value = models.JSONField()
    asserted_by = models.CharField(max_length=200, blank=True, help_text="empty: the report itself")
    report = models.ForeignKey(Report, null=True, on_delete=models.PROTECT, related_name="claims")
    spans = models.JSONField(default=list)
    accepted_by = models.ForeignKey(MEMBER, null=True, on_delete=models.PROTECT, related_name="+")
    accepted_at = models.DateTimeField(default=timezone.now)
    may_be_shown = models.BooleanField(default=False)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.subject}: {self.predicate}"
