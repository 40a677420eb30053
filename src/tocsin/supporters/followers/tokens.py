"""What stands in the links of a follower: a random name of her row, signed. Each link does one thing."""

import uuid

from django.core import signing

_JOIN = signing.Signer(salt="tocsin.supporters.join")
_LEAVE = signing.Signer(salt="tocsin.supporters.leave")


def join_token(follower: uuid.UUID) -> str:
    return _JOIN.sign(follower.hex)


def leave_token(follower: uuid.UUID) -> str:
    return _LEAVE.sign(follower.hex)


def joining(token: str) -> uuid.UUID | None:
    """None where we did not write the link."""
    return _read(_JOIN, token)


def leaving(token: str) -> uuid.UUID | None:
    """None where we did not write the link."""
    return _read(_LEAVE, token)


def _read(signer: signing.Signer, token: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(hex=signer.unsign(token))
    except (signing.BadSignature, ValueError):
        return None
