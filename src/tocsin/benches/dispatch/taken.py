"""What a piece of work took; loads nothing, so that a child can begin with it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Taken:
    """Seconds by the wall's clock, and of our own processes."""

    wall: float
    cpu: float
