"""Names held back because somebody of that name may not be named in another case."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from .person import PersonAtRisk

MEMBER = settings.AUTH_USER_MODEL


class HeldBecause(models.TextChoices):
    """What became of somebody of that name elsewhere."""

    CONSENT = "consent"
    WITHHELD = "withheld"
    CHILD = "child"


class HeldAnswer(models.TextChoices):
    """What became of it."""

    SAME = "same"
    ANOTHER = "another"
    LIFTED = "lifted"


class HeldName(models.Model):
    """That a person's name stays out of everything public until a reviewer says whether she is that person.

    `came_from` is the person elsewhere. No page shows it: whoever answers may not know of the other case.
    """

    person = models.ForeignKey(PersonAtRisk, on_delete=models.CASCADE, related_name="held")
    because = models.CharField(max_length=10, choices=HeldBecause.choices)
    came_from = models.ForeignKey(
        PersonAtRisk, null=True, on_delete=models.SET_NULL, related_name="holds_elsewhere"
    )
    held_at = models.DateTimeField(default=timezone.now)
    answer = models.CharField(max_length=10, choices=HeldAnswer.choices, blank=True)
    answered_by = models.ForeignKey(MEMBER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("held_at", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["person", "because"],
                condition=models.Q(answered_at__isnull=True),
                name="held_once_for_a_reason",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.because}"
