"""Whom we write to no more: whoever calls our mail spam, of whom we keep that and not the address, and mailboxes in the wrong hands."""

from tocsin.post.frozen import is_frozen

from .address import fingerprint
from .models import Silence

# Of no action: it holds in all of them.
_EVERYWHERE = "no more mail"


def silence(email: str) -> bool:
    """From now on nothing is sent to this mailbox; whether that is new."""
    _row, is_new = Silence.objects.get_or_create(fingerprint=fingerprint(email, _EVERYWHERE))
    return is_new


def may_write(email: str) -> bool:
    silenced = Silence.objects.filter(fingerprint=fingerprint(email, _EVERYWHERE))
    return not (silenced.exists() or is_frozen(email))
