"""What claims are about."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from tocsin.directory.models import Office
from tocsin.reports.models import ReviewItem

from .case import Case


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
    """What claims are about: one person, incident, statement ... of one case.

    `same_as` follows the judgements (see `Judgement`): it points to the subject that stands for all that were judged to
    be one. Rows and claims are never touched by it.
    """

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
