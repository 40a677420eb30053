"""One letter, one target, one channel."""

import uuid

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tocsin.actions.models import Action, Partner, Target
from tocsin.delivery.alarms.models import Alarm, AlarmKind
from tocsin.delivery.bundles.models import Bundle, BundledLetter, BundleKind, BundlePlan, BundleState, When
from tocsin.delivery.cell_note.models import CellNote
from tocsin.delivery.counting.models import PartnerTally, Tally
from tocsin.delivery.dispatch.models import DeliveryChange, Hold, Lane
from tocsin.delivery.handed_on.models import AllClear, BookletMail
from tocsin.delivery.mail_choice.models import By, MailChoice
from tocsin.delivery.states import CONFIRMED, WAITING, DeliveryState
from tocsin.delivery.taken_out.models import TakenOut, TakeOut
from tocsin.directory.models import ContactPoint
from tocsin.supporters.models import Supporter

__all__ = [
    "CONFIRMED",
    "WAITING",
    "Alarm",
    "AlarmKind",
    "AllClear",
    "BookletMail",
    "Bundle",
    "BundleKind",
    "BundlePlan",
    "BundleState",
    "BundledLetter",
    "By",
    "CellNote",
    "Delivery",
    "DeliveryChange",
    "DeliveryState",
    "Handover",
    "HandoverChannel",
    "Hold",
    "Lane",
    "Letter",
    "MailChoice",
    "PartnerTally",
    "ReturnsRead",
    "TakeOut",
    "TakenOut",
    "Tally",
    "When",
]


class Letter(models.Model):
    """What one supporter wrote, as she left it. Erased with her."""

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="supporter_letters")
    supporter = models.ForeignKey(Supporter, on_delete=models.CASCADE, related_name="letters")
    language = models.CharField(max_length=20)
    subject = models.CharField(max_length=200)
    body = models.TextField()
    # With a default of the database: a site of the release before may still be storing letters.
    wants_answers = models.BooleanField(
        default=True, db_default=True, help_text="the office may answer to her address"
    )
    created_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"letter {self.pk}"

    @property
    def copies(self) -> "models.QuerySet[Delivery]":
        """The deliveries of this letter to offices that get a copy, in the action's order."""
        copies = self.deliveries.filter(is_copy=True).select_related("target__office")
        return copies.order_by("target__position", "pk")


class Delivery(models.Model):
    """One attempt to bring one letter to one target by mail from our server; each copy of it is a row of its own.

    The row outlives the letter: when a supporter is erased, `letter` becomes empty and the counts stay.
    It is its own row in the outbox: first it waits for a place in the plan (`not_before`), then for a worker
    (`due_at`); whoever took it moves `due_at` to the end of the lease, and `takes` tells that holder from the next.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="deliveries")
    target = models.ForeignKey(Target, on_delete=models.PROTECT, related_name="deliveries")
    contact_point = models.ForeignKey(ContactPoint, on_delete=models.PROTECT, related_name="+")
    letter = models.ForeignKey(Letter, null=True, on_delete=models.SET_NULL, related_name="deliveries")
    is_copy = models.BooleanField(default=False, help_text="goes to an office that gets a copy; not counted")
    state = models.CharField(max_length=12, choices=DeliveryState.choices, default=DeliveryState.UNCONFIRMED)
    message_id = models.CharField(
        max_length=200, unique=True, help_text="derived from public_id: a repeat is the same message"
    )
    attempts = models.PositiveIntegerField(default=0)
    error = models.TextField(blank=True, help_text="in the target server's own words")
    created_at = models.DateTimeField(default=timezone.now)
    changed_at = models.DateTimeField(default=timezone.now)
    not_before = models.DateTimeField(
        null=True, blank=True, help_text="waits for a place in the plan since then"
    )
    due_at = models.DateTimeField(
        null=True, blank=True, help_text="its place; while it is sent, the lease's end"
    )
    # With a default of the database: a site of the release before may still be storing letters.
    takes = models.PositiveIntegerField(default=0, db_default=0)
    counted_as = models.CharField(
        max_length=12,
        default=DeliveryState.UNCONFIRMED,
        db_default=DeliveryState.UNCONFIRMED,
        help_text="the state in which it was counted last",
    )
    # The fingerprint knows the action, the target belongs to one: so it is one voice an action and target.
    voice = models.CharField(
        max_length=64,
        blank=True,
        default="",
        db_default="",
        help_text="the fingerprint of its confirmed writer's address, until she is erased",
    )
    told_at = models.DateTimeField(
        null=True, blank=True, help_text="when her writer was told that it did not arrive"
    )
    # No index: nothing asks by it, and letters come in spikes.
    partner = models.ForeignKey(
        Partner,
        null=True,
        blank=True,
        db_index=False,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="which organisation brought it; counted, and no more",
    )

    class Meta:
        ordering = ("-pk",)
        constraints = [
            models.UniqueConstraint(fields=["letter", "target"], name="one_letter_a_target"),
            models.UniqueConstraint(
                fields=["target", "voice", "is_copy"],
                condition=~models.Q(voice=""),
                name="one_voice_a_target",
            ),
        ]
        indexes = [
            models.Index(fields=["action", "state"], name="deliveries_by_state"),
            models.Index(
                fields=["due_at", "id"],
                name="deliveries_due",
                condition=models.Q(due_at__isnull=False),
            ),
            models.Index(
                fields=["contact_point", "action", "id"],
                name="deliveries_unplanned",
                condition=models.Q(not_before__isnull=False),
            ),
            models.Index(
                fields=["changed_at"],
                name="deliveries_to_tell_of",
                condition=models.Q(state__in=["bounced", "failed"], told_at__isnull=True),
            ),
            models.Index(
                fields=["id"],
                name="deliveries_to_count",
                condition=models.Q(is_copy=False) & ~models.Q(counted_as=models.F("state")),
            ),
        ]

    def __str__(self) -> str:
        return f"delivery {self.public_id}"


class HandoverChannel(models.TextChoices):
    MAILTO = "mailto", _("own mail program")
    EML = "eml", _("mail draft")
    PRINT = "print", _("printed")
    FAX = "fax", _("fax")
    PHONE = "phone", _("phone call")
    COPY = "copy", _("copied")


class ReturnsRead(models.Model):
    """How far the mailbox for bounces was read; `validity` is the mailbox's own sign for its numbering."""

    address = models.CharField(max_length=300, unique=True)
    validity = models.BigIntegerField(default=0)
    last = models.BigIntegerField(default=0)
    error = models.CharField(max_length=300, blank=True, help_text="why it could not be read just now")

    def __str__(self) -> str:
        return f"returns of {self.pk}"


class Handover(models.Model):
    """A letter handed over to a supporter who sends it by her own means. Nothing personal is kept."""

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="handovers")
    target = models.ForeignKey(Target, null=True, on_delete=models.SET_NULL, related_name="handovers")
    channel = models.CharField(max_length=10, choices=HandoverChannel.choices)
    token = models.UUIDField(unique=True, help_text="from the page, so that a double press counts once")
    handed_over_on = models.DateField(default=timezone.localdate)
    is_counted = models.BooleanField(default=False, db_default=False)
    partner = models.ForeignKey(
        Partner, null=True, blank=True, db_index=False, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        indexes = [
            models.Index(fields=["id"], name="handovers_to_count", condition=models.Q(is_counted=False))
        ]

    def __str__(self) -> str:
        return f"{self.channel} {self.handed_over_on}"
