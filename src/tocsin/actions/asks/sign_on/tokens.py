"""What stands in an organisation's links: signed, so that nobody can make one up."""

import uuid
from datetime import timedelta

from django.core import signing

# A board that has to be asked once more is given a week.
WAIT = timedelta(days=7)
_CONFIRM = signing.TimestampSigner(salt="tocsin.actions.sign_on.confirm")
_OWN = signing.Signer(salt="tocsin.actions.sign_on.own")


def confirmation_token(endorsement: uuid.UUID) -> str:
    return _CONFIRM.sign(endorsement.hex)


def asked_by(token: str) -> uuid.UUID | None:
    """The endorsement that a link to confirm names; None where it is not ours or has run out."""
    try:
        return uuid.UUID(hex=_CONFIRM.unsign(token, max_age=WAIT))
    except (signing.BadSignature, ValueError):
        return None


def own_token(endorsement: uuid.UUID) -> str:
    """For the organisation's own page, which stays as long as we know whom we wrote to."""
    return _OWN.sign(endorsement.hex)


def owned_by(token: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(hex=_OWN.unsign(token))
    except (signing.BadSignature, ValueError):
        return None
