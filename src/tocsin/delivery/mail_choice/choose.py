"""A publisher says by whom letters are sent, or leaves it to each supporter again."""

import re

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.actions.models import Action
from tocsin.delivery.dispatch.hold import must_publish
from tocsin.members.models import Member
from tocsin.members.record import record

from .choice_for import domain_of
from .models import By, MailChoice

_DOMAIN = re.compile(r"[^\s@/:,;]+\.[^\s@/:,;.]+")
LONGEST_DOMAIN = 253


@transaction.atomic
def choose(action: Action | None, domain: str, by: By, member: Member, why: str = "") -> MailChoice:
    """`domain` may be a whole address. Letters that are confirmed already still leave from here.

    Raises PermissionDenied below the role publisher, in the action's case or else in the organisation, and
    ValidationError where it is about nothing, or names no domain.
    """
    must_publish(member, action)
    domain = domain_of(domain)
    if action is None and not domain:
        raise ValidationError(_("Choose an action, or name a mail domain such as mfa.example, or both."))
    if domain and (len(domain) > LONGEST_DOMAIN or not _DOMAIN.fullmatch(domain)):
        raise ValidationError(
            _("“%(domain)s” is no mail domain: write what stands after the @, such as mfa.example.")
            % {"domain": domain}
        )
    new = {"by": by, "why": why.strip()[:300], "since": timezone.now(), "chosen_by": member}
    chosen, _is_new = MailChoice.objects.update_or_create(action=action, domain=domain, defaults=new)
    record("mail.chosen", action or domain, member, domain=domain, by=str(by), why=chosen.why)
    return chosen


@transaction.atomic
def leave_open(choice: MailChoice, member: Member) -> None:
    """Raises PermissionDenied as `choose` does."""
    must_publish(member, choice.action)
    record("mail.left_open", choice.action or choice.domain, member, domain=choice.domain, was=choice.by)
    choice.delete()
