"""Somebody must always be left who can add members."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from .models import Member, Role


def keep_an_administrator(leaving: Member) -> None:
    """Raises ValidationError where `leaving` is the only administrator. Call it inside the transaction."""
    administrators = Member.objects.select_for_update().filter(role=Role.ADMINISTRATOR, is_active=True)
    if {member.pk for member in administrators} == {leaving.pk}:
        raise ValidationError(
            _("%(name)s is the only administrator. Make somebody else one first.") % {"name": leaving}
        )
