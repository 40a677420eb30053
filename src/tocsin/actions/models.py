"""The published call."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tocsin.actions.asks.donate.models import Cause
from tocsin.actions.asks.gather.models import CalledDay, Gathering
from tocsin.actions.asks.messages.models import MessageState, SolidarityMessage
from tocsin.actions.asks.sign_on.models import Endorsement, EndorsementState, EndorserKind
from tocsin.actions.asks.stances.models import Stance, StanceKind
from tocsin.actions.capacity import Capacity
from tocsin.actions.partners.models import Partner
from tocsin.actions.translated.models import ActionWords, TranslationLink
from tocsin.cases.models import Case, Subject
from tocsin.directory.models import Office
from tocsin.reports.codes import AskKind

__all__ = [
    "VISIBLE",
    "Action",
    "ActionDemand",
    "ActionState",
    "ActionWords",
    "Ask",
    "CalledDay",
    "Capacity",
    "Cause",
    "Endorsement",
    "EndorsementState",
    "EndorserKind",
    "Gathering",
    "LetterText",
    "MessageState",
    "Partner",
    "SolidarityMessage",
    "Stance",
    "StanceKind",
    "Target",
    "TargetRole",
    "TranslationLink",
]
MEMBER = settings.AUTH_USER_MODEL


class ActionState(models.TextChoices):
    DRAFT = "draft", _("draft")
    PUBLISHED = "published", _("open")
    CLOSED = "closed", _("closed")
    WITHDRAWN = "withdrawn", _("withdrawn")


VISIBLE = {ActionState.PUBLISHED, ActionState.CLOSED}


class Action(models.Model):
    """A call on supporters: what is demanded of whom, by which words, until when."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="actions")
    slug = models.SlugField(max_length=80, unique=True)
    title = models.CharField(_("headline"), max_length=200)
    story = models.TextField(_("what happened, in a few sentences"), blank=True)
    organiser = models.CharField(_("who calls"), max_length=200, blank=True)
    language = models.CharField(max_length=20, default="en")
    deadline = models.DateField(_("act before"), null=True, blank=True)
    is_sample = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=ActionState.choices, default=ActionState.DRAFT)
    created_at = models.DateTimeField(default=timezone.now)
    created_by = models.ForeignKey(MEMBER, null=True, on_delete=models.PROTECT, related_name="+")
    published_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-created_at",)

    def __str__(self) -> str:
        return self.title

    @property
    def is_visible(self) -> bool:
        return self.state in VISIBLE

    @property
    def is_open(self) -> bool:
        return self.state == ActionState.PUBLISHED and not self.is_sample

    def letters_to(self, capacity: str) -> "models.QuerySet[LetterText]":
        """Those written for offices of one capacity alone; empty: the general ones."""
        return self.letters.filter(capacity=capacity)

    def letter_in(self, language: str, capacity: str = "") -> "LetterText | None":
        return self.letters_to(capacity).filter(language=language).first()


class ActionDemand(models.Model):
    """A demand as this action words it."""

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="demands")
    subject = models.ForeignKey(Subject, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    text = models.CharField(_("demand"), max_length=500)
    goes_into_letter = models.BooleanField(_("goes into the letter"), default=True)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("position", "pk")

    def __str__(self) -> str:
        return self.text


class TargetRole(models.TextChoices):
    TARGET = "target", _("is written to")
    COPY_TO = "copy_to", _("gets a copy")
    SOLIDARITY_TO = "solidarity_to", _("gets messages of solidarity")
    SOLIDARITY_COPY = "solidarity_copy", _("gets a copy of messages of solidarity")


class Target(models.Model):
    """An office that this action addresses."""

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="targets")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=15, choices=TargetRole.choices, default=TargetRole.TARGET)
    capacity = models.CharField(
        _("as what it is written to"),
        max_length=20,
        blank=True,
        choices=Capacity.choices,
        default=Capacity.ANSWERS,
    )
    source = models.CharField(_("who says so"), max_length=300, blank=True)
    source_date = models.CharField(_("date of the source"), max_length=30, blank=True, help_text="EDTF")
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("position", "pk")
        constraints = [models.UniqueConstraint(fields=["action", "office"], name="one_target_an_office")]

    def __str__(self) -> str:
        return f"{self.office}"


class Ask(models.Model):
    """What supporters are asked to do, and who is asked."""

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="asks")
    subject = models.ForeignKey(Subject, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=AskKind.choices)
    text = models.CharField(_("in words"), max_length=500, blank=True)
    audience = models.CharField(_("who is asked"), max_length=200, blank=True)
    when = models.CharField(_("when"), max_length=30, blank=True, help_text="EDTF")
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("position", "pk")

    def __str__(self) -> str:
        return f"{self.kind}: {self.audience}"

    @property
    def says_what(self) -> bool:
        """'Something else', without words, asks for nothing that anybody could do."""
        return bool(self.text) or self.kind != AskKind.OTHER


class LetterText(models.Model):
    """The letter that supporters may edit, in one language; without a capacity it is for every office that has none of its own."""

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="letters")
    capacity = models.CharField(max_length=20, blank=True, choices=Capacity.choices, default=Capacity.ANSWERS)
    language = models.CharField(max_length=20)
    subject = models.CharField(_("subject"), max_length=200)
    body = models.TextField(_("letter"))
    edited_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("capacity", "language")
        constraints = [
            models.UniqueConstraint(
                fields=["action", "capacity", "language"], name="one_letter_a_capacity_and_language"
            )
        ]

    def __str__(self) -> str:
        return f"{self.action} ({self.language}{f', {self.capacity}' if self.capacity else ''})"
