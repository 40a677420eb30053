"""What a publisher chose; where there is no row, a supporter chooses."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tocsin.actions.models import Action


class By(models.TextChoices):
    EITHER = "either", _("as each supporter likes")
    SERVER = "server", _("from this site only")
    OWN = "own", _("by their own mail programs only")


class MailChoice(models.Model):
    """For the letters of `action`, of all actions where it is empty, to addresses at `domain`, to all where it is empty."""

    action = models.ForeignKey(
        Action, null=True, blank=True, on_delete=models.CASCADE, related_name="mail_choices"
    )
    domain = models.CharField(max_length=253, blank=True, help_text="in lower case, IDNA as it is written")
    by = models.CharField(max_length=10, choices=By.choices)
    why = models.CharField(max_length=300, blank=True)
    since = models.DateTimeField(default=timezone.now)
    chosen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ("domain", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["action", "domain"],
                condition=models.Q(action__isnull=False),
                name="one_choice_an_action_and_domain",
            ),
            models.UniqueConstraint(
                fields=["domain"], condition=models.Q(action__isnull=True), name="one_choice_a_domain"
            ),
            models.CheckConstraint(
                condition=models.Q(action__isnull=False) | ~models.Q(domain=""),
                name="choice_is_about_something",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.action or self.domain}: {self.by}"
