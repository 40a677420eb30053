"""What stands in a confirmation link, and on a page that counts: signed, so that nobody can make one up."""

import uuid

from django.core import signing

_CONFIRM = signing.Signer(salt="tocsin.delivery.confirm")
_HANDOVER = signing.Signer(salt="tocsin.delivery.handover")


def confirmation_token(delivery: uuid.UUID) -> str:
    return _CONFIRM.sign(delivery.hex)


def delivery_of(token: str) -> uuid.UUID | None:
    """The delivery that a confirmation link names, or None where we did not write the link."""
    return _read(_CONFIRM, token)


def handover_token() -> str:
    """A new one for each page shown: a press on it counts once."""
    return _HANDOVER.sign(uuid.uuid4().hex)


def handover_of(token: str) -> uuid.UUID | None:
    return _read(_HANDOVER, token)


def _read(signer: signing.Signer, token: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(hex=signer.unsign(token))
    except (signing.BadSignature, ValueError):
        return None
