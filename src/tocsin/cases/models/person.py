"""People at risk: how each may be named, on whose consent."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .subject import Subject

MEMBER = settings.AUTH_USER_MODEL


class Naming(models.TextChoices):
    WITHHELD = "withheld", _("withheld")
    ALIAS = "alias", _("another name")
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
    alias = models.CharField(_("shown by the name"), max_length=120, blank=True)
    is_minor = models.BooleanField(_("is under 18"), default=False)
    consent_basis = models.CharField(
        _("on what ground"), max_length=10, choices=ConsentBasis.choices, blank=True
    )
    consent_note = models.CharField(_("who, when, where it stands"), max_length=300, blank=True)
    consent_by = models.ForeignKey(MEMBER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    consent_at = models.DateTimeField(null=True, blank=True)
    name_taken_back_at = models.DateTimeField(
        null=True, blank=True, help_text="when it was said that the full name may not be said any more"
    )

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
            ),
            models.CheckConstraint(
                name="another_name_is_given",
                condition=~models.Q(naming=Naming.ALIAS) | ~models.Q(alias=""),
            ),
        ]


class ConsentWay(models.TextChoices):
    WRITING = "writing", _("in writing")
    IN_PERSON = "in_person", _("face to face")
    PHONE = "phone", _("by phone")
    MESSAGE = "message", _("by message")
    THROUGH = "through", _("through somebody they trust")


class Consent(models.Model):
    """Somebody's agreement that a person may be written about: who gave it, when, how; and when it was withdrawn."""

    person = models.ForeignKey(PersonAtRisk, on_delete=models.CASCADE, related_name="consents")
    basis = models.CharField(_("who agreed"), max_length=10, choices=ConsentBasis.choices)
    given_by = models.CharField(_("name or part"), max_length=200)
    given_on = models.CharField(_("when"), max_length=30, help_text="EDTF")
    way = models.CharField(_("how"), max_length=10, choices=ConsentWay.choices)
    note = models.CharField(_("what exactly"), max_length=500, blank=True)
    recorded_by = models.ForeignKey(MEMBER, null=True, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=timezone.now)
    withdrawn_on = models.CharField(_("withdrawn when"), max_length=30, blank=True, help_text="EDTF")
    withdrawal_note = models.CharField(_("withdrawn how"), max_length=500, blank=True)
    withdrawn_by = models.ForeignKey(MEMBER, null=True, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.given_by}, {self.given_on}"
