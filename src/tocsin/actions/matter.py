"""What an action is about and what it demands, said in one language."""

from dataclasses import dataclass

from tocsin.cases.names import case_mask

from .models import Action
from .queries import standing_demands
from .translated.told import words_in


@dataclass(frozen=True)
class Matter:
    language: str
    title: str
    demands: tuple[str, ...]


def matter_in(action: Action, language: str) -> Matter:
    """In `language` (BCP 47) where headline and demands are all translated, else in the action's own; withheld names replaced."""
    mask = case_mask(action.case)
    own = [mask.text(text) for text in (action.title, *(d.text for d in standing_demands(action)))]
    reader = language.split("-")[0]
    known = words_in(action, reader)
    said = [mask.text(words) for words in map(known, own) if words is not None]
    if reader == action.language or len(said) < len(own):
        return Matter(action.language, own[0], tuple(own[1:]))
    return Matter(reader, said[0], tuple(said[1:]))
