"""One measured path; its written form is the contract of `tocsin bench --json`."""

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class Result:
    """Rates are per second of processor time, times in milliseconds, sizes in MB of a million bytes.

    `right` and `wrong` are shares of all that was asked; what is left had no answer. `limit` names what bounds us, `peer` somebody else's way to the same end; both were timed in the same run.
    """

    path: str
    ours_per_s: float
    cpu_ms: float
    limit: str
    limit_per_s: float
    peer: str | None = None
    peer_per_s: float | None = None
    database: str | None = None
    p50_ms: float | None = None
    p95_ms: float | None = None
    p99_ms: float | None = None
    mb_per_s: float | None = None
    peak_mb: float | None = None
    limit_p50_ms: float | None = None
    p95_cpu_ms: float | None = None
    queries: int | None = None
    right: float | None = None
    wrong: float | None = None
    peer_right: float | None = None
    peer_wrong: float | None = None

    @property
    def ratio_to_limit(self) -> float:
        return self.ours_per_s / self.limit_per_s

    @property
    def ratio_to_peer(self) -> float | None:
        return self.ours_per_s / self.peer_per_s if self.peer_per_s else None

    def as_json(self) -> dict[str, Any]:
        """Without what was not measured; numbers to four places."""
        told = {**asdict(self), "ratio_to_limit": self.ratio_to_limit, "ratio_to_peer": self.ratio_to_peer}
        del told["peer_per_s"]
        return {key: _rounded(value) for key, value in told.items() if value is not None}


def _rounded(value: object) -> object:
    return round(value, 4) if isinstance(value, float) else value
