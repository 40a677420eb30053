"""What `tocsin check` found of the way that mail leaves, and addresses to which none may."""

from django.db import models
from django.utils import timezone


class MailCheck(models.Model):
    """`set_up` is a hash of the settings that were checked."""

    set_up = models.CharField(max_length=64, unique=True)
    is_green = models.BooleanField()
    at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return "green" if self.is_green else "not green"


class FrozenAddress(models.Model):
    """An e-mail or postal address, or a number, in the wrong hands. `key` as `frozen.key_of` gives it; who froze it stands in the audit."""

    key = models.CharField(max_length=500, unique=True)
    value = models.CharField(max_length=500)
    frozen_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("-frozen_at", "-pk")

    def __str__(self) -> str:
        return self.value
