"""What stands in a link that ends the updates: a random name of the supporter's row, signed. Nothing personal."""

import uuid

from django.core import signing

_NO_MORE = signing.Signer(salt="tocsin.followup.no_more")


def no_more_token(supporter: uuid.UUID) -> str:
    """Of her public id."""
    return _NO_MORE.sign(supporter.hex)


def supporter_of(token: str) -> uuid.UUID | None:
    """None where we did not write the link."""
    try:
        return uuid.UUID(hex=_NO_MORE.unsign(token))
    except (signing.BadSignature, ValueError):
        return None
