"""A note for the cell, as it was made."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from tocsin.actions.models import Action


class CellNote(models.Model):
    """Counts of letters from `first_day` to `last_day`, both included, and of all `since` the first one.

    `offices` are those whose mail servers took letters of these days. Nobody's name stands in it.
    """

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="cell_notes")
    language = models.CharField(max_length=20)
    first_day = models.DateField()
    last_day = models.DateField()
    people = models.PositiveIntegerField()
    countries = models.PositiveIntegerField()
    own_letters = models.PositiveIntegerField(help_text="that people say they sent themselves")
    offices = models.JSONField(default=list)
    since = models.DateField()
    letters = models.PositiveIntegerField(help_text="all of them since then")
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.first_day} – {self.last_day}"
