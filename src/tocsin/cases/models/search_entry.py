"""What can be found by searching."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from tocsin.directory.models import Office
from tocsin.reports.models import Report

from .case import Case
from .subject import Subject


class SearchKind(models.TextChoices):
    PERSON = "person", _("people")
    INCIDENT = "incident", _("what happened")
    CASE = "case", _("cases")
    OFFICE = "office", _("offices")
    REPORT = "report", _("reports")


class SearchEntry(models.Model):
    """One report, person or group, incident, office or case that a search may find; its words stand in `search_words`.

    Made of what stands elsewhere, and made anew from it at any time. `said` is what a result shows; a report's own
    text is not copied. `case` is that of a person, an incident or the case itself.
    """

    kind = models.CharField(max_length=10, choices=SearchKind.choices)
    report = models.OneToOneField(Report, null=True, on_delete=models.CASCADE, related_name="+")
    subject = models.OneToOneField(Subject, null=True, on_delete=models.CASCADE, related_name="+")
    office = models.OneToOneField(Office, null=True, on_delete=models.CASCADE, related_name="+")
    case = models.ForeignKey(Case, null=True, on_delete=models.CASCADE, related_name="+")
    title = models.CharField(max_length=300, blank=True)
    said = models.TextField(blank=True)
    country = models.CharField(max_length=2, blank=True)
    language = models.CharField(max_length=20, blank=True)
    first_day = models.DateField(null=True)
    last_day = models.DateField(null=True)
    sha256 = models.CharField(
        max_length=64, help_text="of all that was indexed: the same again is not written"
    )

    class Meta:
        verbose_name_plural = "search entries"
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=models.Q(kind=SearchKind.CASE), name="one_entry_a_case"
            )
        ]

    def __str__(self) -> str:
        return self.title
