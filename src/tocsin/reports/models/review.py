"""The review of what was read from a report."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .report import Report

MEMBER = settings.AUTH_USER_MODEL


class Section(models.TextChoices):
    """The parts of a draft that are reviewed."""

    SOURCE = "source", _("This report")
    PEOPLE = "people", _("People at risk")
    GROUPS = "groups", _("Groups without names")
    INCIDENTS = "incidents", _("What happened")
    STATEMENTS = "statements", _("Who said what")
    DEMANDS = "demands", _("Demands")
    ASKS = "asks", _("What readers are asked to do")
    CONTACTS = "contacts", _("Whom to write to")
    OFFICIALS = "officials", _("Officials")
    ORGANISATIONS = "organisations", _("Organisations")
    LINKS = "links", _("Links")


class Reader(models.TextChoices):
    """Second readers, as a page calls them."""

    SPACY = "spacy", "spaCy"
    NATASHA = "natasha", "natasha"
    ENDPOINT = "endpoint", _("the language model")


class ReviewItem(models.Model):
    """One thing that the reader proposed, or a reviewer added: a person, an incident, a contact."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="items")
    section = models.CharField(max_length=20, choices=Section.choices)
    position = models.PositiveIntegerField()
    spans = models.JSONField(default=list, help_text="[[start, end], ...] in the report's text")
    confidence = models.FloatField(null=True)
    rule = models.CharField(max_length=200, blank=True)
    warnings = models.JSONField(default=list)
    added_by = models.ForeignKey(MEMBER, null=True, on_delete=models.PROTECT, related_name="+")
    suggested_by = models.CharField(max_length=20, choices=Reader.choices, blank=True)

    class Meta:
        ordering = ("position",)
        constraints = [
            models.UniqueConstraint(fields=["report", "section", "position"], name="one_item_a_place")
        ]

    def __str__(self) -> str:
        return f"{self.section} {self.position}"


class Decision(models.TextChoices):
    PROPOSED = "proposed", _("not decided")
    ACCEPTED = "accepted", _("accepted")
    CORRECTED = "corrected", _("corrected")
    ADDED = "added", _("added")
    REJECTED = "rejected", _("rejected")


TAKEN = {Decision.ACCEPTED, Decision.CORRECTED, Decision.ADDED}


class ReviewField(models.Model):
    """One field of an item: what was proposed, what a person decided, and whether it may be shown."""

    item = models.ForeignKey(ReviewItem, on_delete=models.CASCADE, related_name="fields")
    name = models.CharField(max_length=40)
    proposed = models.JSONField(null=True)
    value = models.JSONField(null=True)
    spans = models.JSONField(default=list)
    decision = models.CharField(max_length=10, choices=Decision.choices, default=Decision.PROPOSED)
    may_be_shown = models.BooleanField(_("may be shown"), default=False)
    decided_by = models.ForeignKey(MEMBER, null=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True)
    held_at = models.DateTimeField(null=True, help_text="when a case took it: from then on it changes there")

    class Meta:
        ordering = ("pk",)
        constraints = [models.UniqueConstraint(fields=["item", "name"], name="one_field_a_name")]

    def __str__(self) -> str:
        return f"{self.item} {self.name}"

    @property
    def is_taken(self) -> bool:
        return self.decision in TAKEN

    @property
    def is_held(self) -> bool:
        return self.held_at is not None


class SentenceMark(models.Model):
    """A reviewer's word on a sentence that the reader could not place."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="marks")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    use = models.CharField(max_length=12)
    marked_by = models.ForeignKey(MEMBER, on_delete=models.PROTECT, related_name="+")
    marked_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "start"], name="one_mark_a_sentence")]

    def __str__(self) -> str:
        return f"{self.start}-{self.end} {self.use}"


class ReviewSitting(models.Model):
    """A member at work on a report's review: how long, and how much of it was mending.

    `seen_at` and `item`: when her page last said that it is open, and at which card.
    """

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="sittings")
    member = models.ForeignKey(MEMBER, null=True, on_delete=models.SET_NULL, related_name="+")
    began_at = models.DateTimeField(default=timezone.now)
    last_act_at = models.DateTimeField(default=timezone.now)
    seconds = models.PositiveIntegerField(
        default=0, help_text="at work; pauses of over five minutes left out"
    )
    decisions = models.PositiveIntegerField(default=0)
    corrections = models.PositiveIntegerField(default=0)
    seen_at = models.DateTimeField(default=timezone.now)
    item = models.ForeignKey(ReviewItem, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ("began_at",)

    def __str__(self) -> str:
        return f"{self.report}, {self.began_at:%Y-%m-%d %H:%M}"
