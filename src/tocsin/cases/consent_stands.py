"""Whether what was agreed still stands."""

from collections.abc import Iterable
from datetime import datetime

from .models import Consent


def consent_stands(given: Iterable[Consent], gone_at: Iterable[datetime] = ()) -> bool:
    """Of one person's consents: nobody withdrew one, or one that stands was recorded after the last withdrawal.

    `gone_at`: when it was said that she withdrew hers in another case.
    """
    consents = list(given)
    withdrawn = [*gone_at, *(c.withdrawn_at for c in consents if c.withdrawn_at)]
    return not withdrawn or any(_was_given_since(c, max(withdrawn)) for c in consents)


def _was_given_since(consent: Consent, withdrawn_at: datetime) -> bool:
    return consent.withdrawn_at is None and consent.recorded_at > withdrawn_at
