"""Reports as received, and the review of what was read from them."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

MEMBER = settings.AUTH_USER_MODEL


class ReportState(models.TextChoices):
    RECEIVED = "received", _("waiting for review")
    IN_REVIEW = "in_review", _("in review")
    ACCEPTED = "accepted", _("accepted into a case")
    REJECTED = "rejected", _("set aside")


class Report(models.Model):
    """A text as received: `original`, `text`, `draft` and `sha256` never change once stored."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(_("file name or address"), max_length=300)
    publisher = models.CharField(_("publisher"), max_length=200, blank=True)
    source_url = models.URLField(_("where it was published"), max_length=500, blank=True)
    published = models.CharField(_("date of publication"), max_length=30, blank=True, help_text="EDTF")
    received_at = models.DateTimeField(default=timezone.now)
    received_by = models.ForeignKey(MEMBER, null=True, on_delete=models.PROTECT, related_name="+")
    sha256 = models.CharField(max_length=64, unique=True)
    media_type = models.CharField(max_length=100)
    original = models.BinaryField()
    text = models.TextField()
    language = models.CharField(max_length=20, blank=True)
    draft = models.JSONField()
    is_sample = models.BooleanField(_("part of the shipped sample"), default=False)
    may_leave = models.BooleanField(_("may leave this server"), default=False)
    state = models.CharField(max_length=20, choices=ReportState.choices, default=ReportState.RECEIVED)

    class Meta:
        ordering = ("-received_at", "-pk")

    def __str__(self) -> str:
        return self.name


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


class OpinionState(models.TextChoices):
    WAITING = "waiting", _("under way")
    DONE = "done", _("done")
    FAILED = "failed", _("failed")


class SecondOpinion(models.Model):
    """That a second reader was asked about a report, and what came of it. Its suggestions are items of the review."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="opinions")
    reader = models.CharField(max_length=20, choices=Reader.choices)
    state = models.CharField(max_length=10, choices=OpinionState.choices, default=OpinionState.WAITING)
    asked_by = models.ForeignKey(MEMBER, null=True, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True)
    suggested = models.PositiveIntegerField(default=0)
    remarks = models.JSONField(default=list, help_text="sentences for the reviewer; never words of the text")

    class Meta:
        ordering = ("-pk",)
        constraints = [
            models.UniqueConstraint(
                fields=["report"], condition=models.Q(state="waiting"), name="one_opinion_under_way"
            )
        ]

    def __str__(self) -> str:
        return f"{self.reader} {self.state}"


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
