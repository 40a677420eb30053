"""How the letters to a target go, and the bundles that were made of them."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tocsin.actions.models import Action, Target
from tocsin.directory.models import ContactPoint


class When(models.TextChoices):
    EACH = "each", _("each letter by itself")
    DAILY = "daily", _("a mail with all of a day")
    WEEKLY = "weekly", _("a mail with all of a week")
    PAPER = "paper", _("kept for paper: letters to post, or a petition book")


class BundlePlan(models.Model):
    """How the letters to one target of one action go. Without a row each goes by itself."""

    target = models.OneToOneField(Target, on_delete=models.CASCADE, related_name="bundle_plan")
    when = models.CharField(max_length=10, choices=When.choices, default=When.EACH)
    since = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"{self.target}: {self.when}"


class BundleKind(models.TextChoices):
    DIGEST = "digest", _("mail with all signatures")
    LETTERS = "letters", _("letters to post")
    BOOK = "book", _("petition book")


class BundleState(models.TextChoices):
    MADE = "made", _("made")
    ACCEPTED = "accepted", _("accepted by the target's server")
    FOLDERED = "foldered", _("put into the local folder, not sent")
    DEFERRED = "deferred", _("put off after a temporary error")
    FAILED = "failed", _("given up")


class Bundle(models.Model):
    """Letters that went to one target together. Its file is made anew of them each time, with the same bytes.

    `contact_point` is where a digest goes; paper has none. `count` stays when its writers are erased.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="bundles")
    target = models.ForeignKey(Target, on_delete=models.PROTECT, related_name="bundles")
    contact_point = models.ForeignKey(ContactPoint, null=True, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=BundleKind.choices)
    state = models.CharField(max_length=10, choices=BundleState.choices, default=BundleState.MADE)
    envelope = models.CharField(max_length=5, blank=True, help_text="letters to post: din or us10")
    part = models.PositiveIntegerField(default=1)
    parts = models.PositiveIntegerField(default=1)
    count = models.PositiveIntegerField()
    message_id = models.CharField(max_length=200, unique=True, help_text="derived from public_id")
    attempts = models.PositiveIntegerField(default=0)
    error = models.TextField(blank=True, help_text="in the target server's own words")
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ("-made_at", "-pk")

    def __str__(self) -> str:
        return f"{self.kind} {self.public_id}"


class BundledLetter(models.Model):
    """That a delivery went in a bundle: in one, or in none yet."""

    bundle = models.ForeignKey(Bundle, on_delete=models.CASCADE, related_name="bundled")
    delivery = models.OneToOneField("delivery.Delivery", on_delete=models.CASCADE, related_name="bundled")

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.delivery} in {self.bundle}"
