"""Adding a member; one who was let go comes back under the same address."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from .models import Member
from .record import record


def add_member(email: str, name: str, role: str, by: Member | None) -> Member:
    """Raises ValidationError with a sentence for a bad address or one that is a member already."""
    with transaction.atomic():
        stored = Member.objects.filter(email=email.strip().casefold()).first()
        if stored and stored.is_active:
            raise ValidationError(_("%(email)s is a member already.") % {"email": stored.email})
        member = stored or Member(email=email.strip().casefold())
        member.name, member.role, member.is_active = name.strip(), role, True
        if stored is None:
            member.set_unusable_password()
        member.full_clean(exclude=["password"])
        member.save()
        record("member.added", member, by, role=role)
    return member
