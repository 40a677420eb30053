"""Who judged something, and who ended the judgement."""

from django.conf import settings
from django.db import models
from django.utils import timezone

MEMBER = settings.AUTH_USER_MODEL


class Judged(models.Model):
    """A person's judgement that can be undone: rows are ended, never rewritten otherwise."""

    judged_by = models.ForeignKey(MEMBER, null=True, on_delete=models.PROTECT, related_name="+")
    judged_at = models.DateTimeField(default=timezone.now)
    ended_by = models.ForeignKey(MEMBER, null=True, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True
