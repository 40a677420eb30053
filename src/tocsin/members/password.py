"""Signing in by password: five tries a minute for each address, and the same answer for unknown ones."""

from datetime import datetime, timedelta

from django.contrib.auth import authenticate
from django.contrib.auth.password_validation import validate_password
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from .models import Member, PasswordTry
from .record import record

TRIES = 5
WINDOW = timedelta(minutes=1)


class TooManyTries(Exception):
    """Wait a minute."""


def check_password(email: str, password: str, now: datetime | None = None) -> Member | None:
    """The member, or None alike for an unknown address and a wrong password. Raises TooManyTries."""
    now = now or timezone.now()
    address = email.strip().casefold()
    count_try(salted_hmac("tocsin.members.password", address, algorithm="sha256").hexdigest(), now)
    found = authenticate(username=address, password=password)
    return found if isinstance(found, Member) else None


def set_password(member: Member, password: str) -> None:
    """Raises django.core.exceptions.ValidationError with sentences for a weak one."""
    validate_password(password, member)
    with transaction.atomic():
        member.set_password(password)
        member.save(update_fields=["password"])
        record("member.password_set", member, member)


def count_try(account: str, now: datetime) -> None:
    """Counts one try of a secret for `account`, a keyed hash. Raises TooManyTries after five in a minute."""
    with transaction.atomic():
        PasswordTry.objects.filter(tried_at__lte=now - WINDOW).delete()
        PasswordTry.objects.create(account=account, tried_at=now)
        tries = PasswordTry.objects.filter(account=account).count()
    if tries > TRIES:
        raise TooManyTries


def forget_tries(account: str) -> None:
    """After a right one, for who has to show it again and again."""
    PasswordTry.objects.filter(account=account).delete()
