"""What is told to those who wrote, and who wants to hear no more."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tocsin.actions.models import Action
from tocsin.supporters.models import Supporter

MEMBER = settings.AUTH_USER_MODEL


class UpdateState(models.TextChoices):
    DRAFT = "draft", _("draft")
    SENDING = "sending", _("being sent")
    SENT = "sent", _("sent")


class Update(models.Model):
    """One update. While it is sent, `reached` is the last supporter, by key, whose mail is in the outbox."""

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="updates")
    state = models.CharField(max_length=10, choices=UpdateState.choices, default=UpdateState.DRAFT)
    created_at = models.DateTimeField(default=timezone.now)
    created_by = models.ForeignKey(MEMBER, null=True, on_delete=models.PROTECT, related_name="+")
    sent_at = models.DateTimeField(null=True, blank=True)
    sent_by = models.ForeignKey(MEMBER, null=True, on_delete=models.PROTECT, related_name="+")
    with_note = models.BooleanField(default=False, help_text="the mail leads to the newest note for the cell")
    reached = models.BigIntegerField(default=0)
    queued = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"update {self.pk}"


class UpdateText(models.Model):
    """Its words in one language (BCP 47)."""

    update = models.ForeignKey(Update, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(max_length=20)
    subject = models.CharField(max_length=150)
    body = models.TextField()

    class Meta:
        ordering = ("language",)
        constraints = [models.UniqueConstraint(fields=["update", "language"], name="one_text_a_language")]

    def __str__(self) -> str:
        return f"{self.update} ({self.language})"


class NoMore(models.Model):
    """A supporter who wants no more updates of this action. A supporter belongs to one action; it goes with her."""

    supporter = models.OneToOneField(Supporter, on_delete=models.CASCADE, related_name="no_more")
    since = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"no more since {self.since:%Y-%m-%d}"
