"""What a second reader claims to have found, before anybody has looked whether the text says so."""

from dataclasses import dataclass
from typing import Literal, get_args

Kind = Literal["person", "official", "organisation", "place"]
KINDS: frozenset[str] = frozenset(get_args(Kind))


@dataclass(frozen=True)
class Finding:
    """`quote` are words of the text that hold `name` and `role`; `status` is a code of the draft schema.

    Places are asked for so that none is taken for a person or an organisation; a draft has no list of them.
    """

    kind: Kind
    name: str
    quote: str
    status: str | None = None
    role: str | None = None


def is_sound(claimed: object) -> bool:
    """Whether a reader handed over a finding at all, whatever it holds."""
    if not isinstance(claimed, Finding):
        return False
    must, may = (claimed.kind, claimed.name, claimed.quote), (claimed.status, claimed.role)
    return all(isinstance(each, str) for each in must) and all(
        each is None or isinstance(each, str) for each in may
    )
