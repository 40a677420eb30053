"""An administrator writes down a partner."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from tocsin.actions.errors import CannotChange
from tocsin.members.access import must_administer
from tocsin.members.models import Member
from tocsin.members.record import record

from .models import Partner


def make_partner(name: str, slug: str, by: Member | None) -> Partner:
    """Without a key. Raises PermissionDenied, and CannotChange where the short name is taken."""
    must_administer(by)
    try:
        with transaction.atomic():
            partner = Partner.objects.create(name=name, slug=slug, made_by=by)
    except IntegrityError:
        told = _("“%(slug)s” is the short name of another partner. Choose another.")
        raise CannotChange(told % {"slug": slug}) from None
    record("partner.made", partner, by, name=name)
    return partner
