"""One-time sign-in links: ten minutes, one use, and only a hash of the token at rest."""

import hashlib
import secrets
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from .models import Member, SignInLink
from .record import record

LIFETIME = timedelta(minutes=10)


def make_link(member: Member, by: Member | None = None, now: datetime | None = None) -> str:
    """The token of a new link. Older links of this member die with it."""
    now = now or timezone.now()
    token = secrets.token_urlsafe(32)
    with transaction.atomic():
        member.sign_in_links.all().delete()
        member.sign_in_links.create(token_hash=_hash(token), expires_at=now + LIFETIME)
        record("member.link_made", member, by)
    return token


def redeem_link(token: str, now: datetime | None = None) -> Member | None:
    """The member whom the link lets in, once; None for a link that is unknown, used or too old."""
    now = now or timezone.now()
    with transaction.atomic():
        link = SignInLink.objects.filter(token_hash=_hash(token))
        # One statement decides who was first. It joins no table: PostgreSQL would not look again at a joined row.
        if not link.filter(used_at__isnull=True, expires_at__gt=now).update(used_at=now):
            return None
        member = link.select_related("member").get().member
    return member if member.is_active else None


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
