"""Who made sure of a contact, and what was mailed to it since."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone

from tocsin.actions.models import Action
from tocsin.directory.models import ContactPoint

MEMBER = settings.AUTH_USER_MODEL
# People are arrested and their telephones taken from one week to the next.
HOLDS = timedelta(days=14)


class AllClear(models.Model):
    """A member's word that a contact is not compromised, and how she made sure. It lapses; taken back, it stays here."""

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="all_clears")
    point = models.ForeignKey(ContactPoint, on_delete=models.PROTECT, related_name="+")
    how = models.CharField(max_length=300)
    given_at = models.DateTimeField(default=timezone.now)
    given_by = models.ForeignKey(MEMBER, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(MEMBER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.point}, {self.given_at:%Y-%m-%d}"

    @property
    def holds_until(self) -> datetime:
        return self.given_at + HOLDS

    def stands(self, now: datetime) -> bool:
        """Neither taken back nor lapsed, and nothing speaks or spoke against the contact since.

        What spoke against it ends when somebody confirms the address anew; that it works says nothing of who reads it.
        """
        is_fresh = self.ended_at is None and now < self.holds_until
        return is_fresh and not self.point.dead_reported_at and self._has_seen_it_confirmed()

    def _has_seen_it_confirmed(self) -> bool:
        confirmed_at = self.point.confirmed_at
        return self.point.is_usable and confirmed_at is not None and confirmed_at <= self.given_at


class BookletMail(models.Model):
    """A booklet on its way by mail. `refused` says why it did not leave after all."""

    clear = models.ForeignKey(AllClear, on_delete=models.PROTECT, related_name="mails")
    asked_at = models.DateTimeField(default=timezone.now)
    asked_by = models.ForeignKey(MEMBER, on_delete=models.PROTECT, related_name="+")
    left_at = models.DateTimeField(null=True, blank=True)
    refused = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"booklet {self.pk}"
