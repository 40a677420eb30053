"""How long a letter waits after a temporary error."""

from datetime import timedelta
from random import SystemRandom

MINUTE, HOUR = 60, 3600
# Seconds between tries; after the last, some three days on, the letter is given up.
PAUSES = (MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR, *[12 * HOUR] * 5)
# So that a crowd of letters thins out.
SPREAD = 0.1


def pause(attempts: int) -> timedelta | None:
    """Until the next try after this many; None where there is none."""
    if attempts > len(PAUSES):
        return None
    return timedelta(seconds=PAUSES[attempts - 1] * SystemRandom().uniform(1 - SPREAD, 1 + SPREAD))
