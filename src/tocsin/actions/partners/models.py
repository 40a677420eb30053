"""Who brings people to our actions."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

MEMBER = settings.AUTH_USER_MODEL


class Partner(models.Model):
    """An organisation, never a person. Of its key only a hash is kept; `key_end` are its last letters, to tell keys apart.

    `slug` stands in the address of its embeds and is no secret: it opens nothing, it only says whom to count for.
    """

    name = models.CharField(_("name of the organisation"), max_length=200)
    slug = models.SlugField(_("short name"), max_length=40, unique=True)
    key_hash = models.CharField(max_length=64, blank=True, help_text="empty where no key holds")
    key_end = models.CharField(max_length=4, blank=True)
    key_made_at = models.DateTimeField(null=True, blank=True)
    key_used_on = models.DateField(null=True, blank=True, help_text="the last day of use, never the hour")
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(MEMBER, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("name",)
        constraints = [
            models.UniqueConstraint(
                fields=["key_hash"], condition=~models.Q(key_hash=""), name="one_partner_a_key"
            )
        ]

    def __str__(self) -> str:
        return self.name
