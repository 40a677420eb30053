"""One thing that `tocsin check` says."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Finding:
    """`unsafe`: do not show this site to anybody yet. `unfinished`: it works, and something is missing.

    `note`: it is meant to be so, and whoever runs this should know.
    """

    grade: Literal["unsafe", "unfinished", "note"]
    what: str
    mend: str
