"""An organisation's sign-on to an action."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class EndorserKind(models.TextChoices):
    UNION = "union", _("union")
    FEDERATION = "federation", _("federation of unions")
    RIGHTS_GROUP = "rights_group", _("human rights group")
    PAPER = "paper", _("paper or other media")
    PARTY = "party", _("party")
    COMMUNITY = "community", _("community or congregation")
    OTHER = "other", _("other organisation")


class EndorsementState(models.TextChoices):
    ASKED = "asked", _("asked to confirm by mail")
    BY_HAND = "by_hand", _("to be confirmed by hand")
    WAITING = "waiting", _("confirmed, not shown yet")
    SHOWN = "shown", _("shown")
    REFUSED = "refused", _("not taken")
    WITHDRAWN = "withdrawn", _("withdrawn")


# Those for whom it is settled that the organisation itself signed; of these there is one an organisation.
STANDING = (EndorsementState.WAITING, EndorsementState.SHOWN)
TO_DECIDE = (EndorsementState.WAITING, EndorsementState.BY_HAND)


class Endorsement(models.Model):
    """One organisation under one action. Who wrote for it (`contact_`) is never public, and erased after a time."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    action = models.ForeignKey("actions.Action", on_delete=models.PROTECT, related_name="endorsements")
    organisation = models.CharField(max_length=200)
    folded = models.CharField(max_length=200, help_text="the name without case, accents and punctuation")
    country = models.CharField(max_length=2)
    kind = models.CharField(max_length=20, choices=EndorserKind.choices)
    members_count = models.PositiveIntegerField(null=True, blank=True, help_text="as it says itself")
    signed_by = models.CharField(max_length=120, help_text="an office in the organisation, not a name")
    decided_by = models.CharField(max_length=200, help_text="the body that decided")
    domain = models.CharField(max_length=253, help_text="of its web site")
    own_domain = models.CharField(max_length=253, blank=True, help_text="the domain, where the mail is at it")
    why_by_hand = models.CharField(max_length=300, blank=True)
    contact_name = models.CharField(max_length=120, blank=True)
    contact_email = models.EmailField(max_length=254, blank=True)
    language = models.CharField(max_length=20)
    state = models.CharField(max_length=10, choices=EndorsementState.choices, default=EndorsementState.ASKED)
    may_be_shown_at_home = models.BooleanField(
        default=False, help_text="though the organisation is in the country of the events"
    )
    reason = models.CharField(max_length=300, blank=True, help_text="why it was not taken, or withdrawn")
    created_at = models.DateTimeField(default=timezone.now)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    confirmed_how = models.CharField(max_length=300, blank=True, help_text="where a member confirmed it")
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("created_at", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["action", "folded", "country"],
                condition=models.Q(state__in=STANDING),
                name="one_name_one_endorsement",
            ),
            models.UniqueConstraint(
                fields=["action", "own_domain"],
                condition=models.Q(state__in=STANDING) & ~models.Q(own_domain=""),
                name="one_domain_one_endorsement",
            ),
        ]

    def __str__(self) -> str:
        return self.organisation

    @property
    def is_at_home(self) -> bool:
        """In the country of the events, where a name on a list may cost somebody dearly."""
        return self.country == self.action.case.country

    @property
    def is_settled(self) -> bool:
        """Whether it is known that the organisation itself signed."""
        return self.state in STANDING
