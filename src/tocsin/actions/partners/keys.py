"""The key of a partner: shown once, kept as a hash, replaced or revoked at once."""

import hashlib
import secrets

from django.db import transaction
from django.utils import timezone

from tocsin.members.access import must_administer
from tocsin.members.models import Member
from tocsin.members.record import record

from .models import Partner

# So that whoever finds one in a file or a log knows what it opens.
_BEGINS = "tocsin_"


@transaction.atomic
def make_key(partner: Partner, by: Member | None) -> str:
    """The key, which nobody can be told again. An older one of this partner ends. Raises PermissionDenied."""
    must_administer(by)
    key = _BEGINS + secrets.token_urlsafe(32)
    partner.key_hash, partner.key_end = _hash(key), key[-4:]
    partner.key_made_at, partner.key_used_on = timezone.now(), None
    partner.save(update_fields=["key_hash", "key_end", "key_made_at", "key_used_on"])
    record("partner.key_made", partner, by, ends_with=partner.key_end)
    return key


@transaction.atomic
def revoke_key(partner: Partner, by: Member | None) -> None:
    """The next call with it is refused. Raises PermissionDenied."""
    must_administer(by)
    ended = partner.key_end
    partner.key_hash, partner.key_end, partner.key_made_at = "", "", None
    partner.save(update_fields=["key_hash", "key_end", "key_made_at"])
    record("partner.key_revoked", partner, by, ends_with=ended)


def partner_of(key: str) -> Partner | None:
    """Whose key it is, noted as used today; None for one that is unknown or revoked."""
    # A hash without salt is enough: the key is random, and longer than anybody could try out.
    partner = Partner.objects.filter(key_hash=_hash(key)).first()
    today = timezone.localdate()
    if partner and partner.key_used_on != today:
        Partner.objects.filter(pk=partner.pk).update(key_used_on=today)
    return partner


def _hash(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()
