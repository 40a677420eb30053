"""Notes that only members of the case can open: sealed with the case's key, which is sealed to each of them."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from .case import Case
from .subject import Subject

MEMBER = settings.AUTH_USER_MODEL


class CaseKey(models.Model):
    """One generation of a case's key. A new one is made when somebody leaves the case."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="keys")
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"key {self.pk} of {self.case}"


class SealedCaseKey(models.Model):
    """A case's key as one member can open it."""

    key = models.ForeignKey(CaseKey, on_delete=models.CASCADE, related_name="sealed")
    member = models.ForeignKey(MEMBER, on_delete=models.CASCADE, related_name="+")
    sealed = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key", "member"], name="one_seal_a_member")]

    def __str__(self) -> str:
        return f"{self.key} for {self.member}"


class ProtectionNote(models.Model):
    """What must be known to protect somebody, unreadable without the key of a member of the case."""

    subject = models.ForeignKey(Subject, on_delete=models.CASCADE, related_name="protection_notes")
    key = models.ForeignKey(CaseKey, on_delete=models.PROTECT, related_name="notes")
    sealed = models.BinaryField()
    written_by = models.ForeignKey(MEMBER, null=True, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"note on {self.subject}"
