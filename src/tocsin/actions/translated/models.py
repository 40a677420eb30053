"""What is said of an action in another language, and the links by which volunteers say it."""

from django.conf import settings
from django.db import models
from django.utils import timezone

MEMBER = settings.AUTH_USER_MODEL


class ActionWords(models.Model):
    """One text of an action in another language. `of` is the digest of the words that it was made from: a text that
    was changed since has no translation."""

    action = models.ForeignKey("actions.Action", on_delete=models.CASCADE, related_name="translated")
    language = models.CharField(max_length=20)
    of = models.CharField(max_length=64)
    text = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["action", "language", "of"], name="one_translation_a_text")
        ]

    def __str__(self) -> str:
        return f"{self.action} ({self.language})"


class TranslationLink(models.Model):
    """A volunteer, known by a personal link alone: we keep its hash, and what she has typed so far, by `of`."""

    action = models.ForeignKey("actions.Action", on_delete=models.CASCADE, related_name="translation_links")
    language = models.CharField(max_length=20)
    token_hash = models.CharField(max_length=64, unique=True)
    typed = models.JSONField(default=dict, blank=True)
    note = models.CharField(max_length=500, blank=True)
    opened_by = models.ForeignKey(MEMBER, null=True, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(null=True, blank=True)
    taken_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-opened_at", "-pk")

    def __str__(self) -> str:
        return f"{self.action} ({self.language}), {self.opened_at:%Y-%m-%d}"
