"""An action as it stands, with all that hangs on it, for its history."""

from tocsin.members.revise import State, as_it_is

from .models import Action

OWN = ("title", "story", "organiser", "deadline", "state")


def state_of(action: Action) -> State:
    """Its own fields, its demands and asks in order, its offices, and each letter as "letter LANGUAGE"."""
    demands = action.demands.values_list("text", "goes_into_letter")
    asks = action.asks.values_list("kind", "text", "audience", "when")
    letters = action.letters.order_by("language").values_list("language", "subject", "body")
    return {
        **as_it_is(action, OWN),
        "demands": [list(row) for row in demands],
        "asks": [list(row) for row in asks],
        "targets": [list(row) for row in action.targets.values_list("office", "role")],
        **{f"letter {language}": [subject, body] for language, subject, body in letters},
    }
