"""What `tocsin check` found of the way that mail leaves."""

from django.db import models


class MailCheck(models.Model):
    """`set_up` is a hash of the settings that were checked."""

    set_up = models.CharField(max_length=64, unique=True)
    is_green = models.BooleanField()
    at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return "green" if self.is_green else "not green"
