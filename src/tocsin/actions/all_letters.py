"""All that an action has supporters write, in every language and to everybody."""

from .models import Action, CapacityLetter, LetterText


def all_letters(action: Action) -> list[LetterText | CapacityLetter]:
    """The general ones first."""
    return [*action.letters.all(), *action.capacity_letters.all()]
