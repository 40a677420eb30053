"""A member's own key for sealed notes. Its private half is stored only as her passphrase for notes can open it.

X25519 keys and XSalsa20-Poly1305 of libsodium. The passphrase is stretched with Argon2id at 3 passes over 64 MiB, the
second recommended option of RFC 9106, section 4. Nothing here keeps a passphrase beyond the call.
"""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey
from nacl.pwhash import argon2id
from nacl.secret import SecretBox
from nacl.utils import random

from tocsin.jobs.enqueue import enqueue_and_do

from .models import Member, MemberKey
from .password import count_try, forget_tries
from .record import record

SHORTEST = 14
PASSES = 3
MEMORY = 64 * 1024 * 1024


class CannotOpen(Exception):
    """`str(error)` says why, and what to do."""


def has_notes_key(member: Member) -> bool:
    return MemberKey.objects.filter(member=member).exists()


@sensitive_variables("passphrase", "private")
def make_notes_key(member: Member, passphrase: str) -> None:
    """A new pair of keys. What was sealed to an earlier one she can open only once others let her in again.

    Raises ValidationError for a passphrase that is too short.
    """
    if len(passphrase.strip()) < SHORTEST:
        raise ValidationError(_("At least %(n)d characters, please.") % {"n": SHORTEST})
    private, salt = PrivateKey.generate(), random(argon2id.SALTBYTES)
    sealed = SecretBox(_stretched(passphrase, salt)).encrypt(bytes(private))
    with transaction.atomic():
        made = {"public": bytes(private.public_key), "salt": salt, "sealed_private": bytes(sealed)}
        MemberKey.objects.update_or_create(member=member, defaults={**made, "made_at": timezone.now()})
        record("member.notes_key_made", member, member)
        enqueue_and_do("members.notes_key_made", {"member": member.pk})


@sensitive_variables("passphrase")
def open_notes_key(member: Member, passphrase: str, now: datetime | None = None) -> PrivateKey:
    """The private half, for this request alone. Raises CannotOpen, and TooManyTries after five wrong ones in a minute."""
    stored = MemberKey.objects.filter(member=member).first()
    if stored is None:
        raise CannotOpen(_("Make your passphrase for notes first, on the page of your account."))
    account = salted_hmac("tocsin.members.notes_key", str(member.pk), algorithm="sha256").hexdigest()
    count_try(account, now or timezone.now())
    try:
        private = SecretBox(_stretched(passphrase, bytes(stored.salt))).decrypt(bytes(stored.sealed_private))
    except CryptoError:
        raise CannotOpen(
            _("This is not your passphrase for notes. Try again; it tells capitals apart.")
        ) from None
    forget_tries(account)
    return PrivateKey(private)


@sensitive_variables("passphrase")
def _stretched(passphrase: str, salt: bytes) -> bytes:
    said = passphrase.strip().encode()
    return argon2id.kdf(SecretBox.KEY_SIZE, said, salt, opslimit=PASSES, memlimit=MEMORY)
