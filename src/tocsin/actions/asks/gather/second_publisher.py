"""Where two people decide what the public reads, what one of them does with a gathering waits for the second."""

from tocsin.actions.models import Action
from tocsin.members.second_person import NeedsSecondPerson, is_needed, waiting

ACT = "gathering.added"


def must_be_agreed(action: Action, is_agreed: bool) -> None:
    """Raises NeedsSecondPerson where it is not agreed on: `wait.py` asks for it instead."""
    if is_needed(ACT) and not is_agreed:
        raise NeedsSecondPerson(waiting(ACT, action))
