"""The outbox: what must happen later, as rows."""

from django.db import models
from django.utils import timezone


class Job(models.Model):
    """One thing to do. Taken by lease; a lease that runs out makes it free again. Handlers are idempotent."""

    kind = models.CharField(max_length=60)
    payload = models.JSONField(default=dict)
    key = models.CharField(max_length=200, blank=True, help_text="the same key is never enqueued twice")
    run_after = models.DateTimeField(default=timezone.now)
    lease_until = models.DateTimeField(null=True)
    attempts = models.PositiveIntegerField(default=0)
    done_at = models.DateTimeField(null=True)
    failed_at = models.DateTimeField(null=True)
    error = models.TextField(blank=True)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key"], condition=~models.Q(key=""), name="one_job_a_key")
        ]
        indexes = [
            models.Index(
                fields=["run_after"],
                name="jobs_waiting",
                condition=models.Q(done_at__isnull=True, failed_at__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"
