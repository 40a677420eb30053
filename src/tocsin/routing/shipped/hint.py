"""How many senders cover a country from which other one: a hint to a reviewer, never an answer to a supporter.

It says where to look, not that any accreditation exists: of 31 guesses for Ireland that looked sure, 27 were for senders
that have none there.
"""

from dataclasses import dataclass
from functools import cache

from tocsin.routing.shipped.tables import fields_of


@dataclass(frozen=True)
class Hub:
    """`used` senders cover the receiver from `host`; `could` counts those that have an embassy in `host` at all."""

    host: str
    used: int
    could: int

    @property
    def share(self) -> float:
        return self.used / self.could if self.could else 0.0


@cache
def hubs_for(receiver: str) -> tuple[Hub, ...]:
    """Countries from which senders without an embassy in `receiver` cover it, most used first."""
    rows = fields_of("hub_prior.csv", receiver)
    found = (Hub(host, int(used), int(could)) for _, host, used, could, _, _ in rows)
    return tuple(sorted(found, key=lambda hub: (-hub.used, -hub.share, hub.host)))
