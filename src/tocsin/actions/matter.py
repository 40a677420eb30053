"""What an action is about and what it demands, said in one language."""

from dataclasses import dataclass

from tocsin.cases.names import case_mask

from .models import Action
from .queries import standing_demands
from .translated.told import said_in


@dataclass(frozen=True)
class Matter:
    language: str
    title: str
    demands: tuple[str, ...]


def matter_in(action: Action, language: str) -> Matter:
    """In `language` (BCP 47) where headline and demands are all translated, else in the action's own; withheld names replaced."""
    demands = [demand.text for demand in standing_demands(action)]
    told_in, said = said_in(action, language, case_mask(action.case), (action.title, *demands))
    return Matter(told_in, said(action.title), tuple(map(said, demands)))
