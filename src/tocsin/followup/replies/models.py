"""What came back in words."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tocsin.actions.models import Action, Target
from tocsin.delivery.models import Delivery

MEMBER = settings.AUTH_USER_MODEL


class Way(models.TextChoices):
    MAIL = "mail", _("by e-mail to us")
    PAPER = "paper", _("on paper")
    SUPPORTER = "supporter", _("to a supporter, who passed it on")


class ReplyState(models.TextChoices):
    NEW = "new", _("not read yet")
    PUBLISHED = "published", _("published in full")
    IN_PART = "in_part", _("published in part")
    KEPT = "kept", _("read, not published")
    DISMISSED = "dismissed", _("no answer: set aside")


class Unlinked(models.TextChoices):
    """Why a mail to our reply address was not taken as the answer to one of our letters."""

    NO_TOKEN = "no_token", _("names no letter of ours")
    FORGED = "forged", _("names a letter under a seal that is not ours")
    EXPIRED = "expired", _("names a letter that is too old")
    GONE = "gone", _("names a letter that is not here any more")
    UNREADABLE = "unreadable", _("cannot be read by us")


# Shown to the public.
SHOWN = {ReplyState.PUBLISHED, ReplyState.IN_PART}


class Reply(models.Model):
    """One answer. `action` and `target` stay empty while nobody knows to what it belongs: then `unlinked` says why.

    `attachments`: name, type, size in bytes and SHA-256 of each; the hash is empty where it was cut. They are never
    opened. `size` is that of the whole mail in bytes, `kept` how much of it lies in `mail`. Neither subject nor text
    holds the name or the address of the supporter who is answered, as far as it is known who that is.
    """

    action = models.ForeignKey(Action, null=True, on_delete=models.PROTECT, related_name="replies")
    target = models.ForeignKey(Target, null=True, on_delete=models.SET_NULL, related_name="replies")
    delivery = models.ForeignKey(Delivery, null=True, on_delete=models.SET_NULL, related_name="replies")
    unlinked = models.CharField(max_length=10, choices=Unlinked.choices, blank=True)
    way = models.CharField(max_length=10, choices=Way.choices)
    came_at = models.DateTimeField(default=timezone.now)
    sender = models.CharField(max_length=300, blank=True)
    subject = models.CharField(max_length=300, blank=True)
    text = models.TextField(blank=True)
    attachments = models.JSONField(default=list)
    size = models.BigIntegerField(default=0)
    kept = models.BigIntegerField(default=0)
    is_automatic = models.BooleanField(default=False)
    mark = models.CharField(max_length=64, unique=True, help_text="SHA-256: the same mail twice is one reply")
    is_linked_by_hand = models.BooleanField(
        default=False, help_text="a person said what it answers, not our seal"
    )
    message_id = models.CharField(
        max_length=64,
        blank=True,
        help_text="SHA-256 of the mail's own Message-ID: by two ways it is one reply",
    )
    is_text_cut = models.BooleanField(default=False)
    more = models.PositiveIntegerField(
        default=0, help_text="came to the same letter later, and were only counted"
    )
    state = models.CharField(max_length=10, choices=ReplyState.choices, default=ReplyState.NEW)
    shown_text = models.TextField(blank=True, help_text="the words chosen for the public")
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(MEMBER, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("-came_at", "-pk")
        indexes = [
            models.Index(fields=["action", "state"], name="replies_by_action"),
            models.Index(fields=["message_id"], name="replies_by_message"),
        ]

    def __str__(self) -> str:
        return f"reply {self.pk}"

    @property
    def is_cut(self) -> bool:
        return self.kept < self.size


class ReplyMail(models.Model):
    """The mail itself as it came, up to what we keep. Erased with the supporter whom it may quote."""

    reply = models.OneToOneField(Reply, on_delete=models.CASCADE, related_name="mail")
    data = models.BinaryField()

    def __str__(self) -> str:
        return f"mail of reply {self.reply_id}"
