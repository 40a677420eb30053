"""Where an action's own words hold a name that its case withholds."""

import re
from collections.abc import Iterator

from tocsin.cases.names import case_mask

from .models import Action

_SENTENCE = re.compile(r"[^\n.!?]+[.!?]*")


def withheld_names_in(action: Action) -> Iterator[tuple[str, str]]:
    """(step of the editor, sentence) of every sentence with such a name."""
    mask = case_mask(action.case)
    for step, text in _texts(action):
        if mask.touches(text):
            yield from ((step, s.strip()) for s in _SENTENCE.findall(text) if mask.touches(s))


def _texts(action: Action) -> Iterator[tuple[str, str]]:
    yield from (("story", text) for text in (action.title, action.story, action.organiser))
    yield from (("demands", demand.text) for demand in action.demands.all())
    for ask in action.asks.all():
        yield from (("asks", ask.text), ("asks", ask.audience))
    for letter in action.letters.all():
        yield from (("letter", letter.subject), ("letter", letter.body))
