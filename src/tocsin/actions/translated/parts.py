"""The texts of an action that are translated, as the public may read them: withheld names replaced."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from tocsin.actions.models import Action
from tocsin.actions.queries import standing_demands
from tocsin.cases.names import case_mask

from .digest import BODY, SUBJECT, of

LINE, TEXT = 500, 20_000
TITLE = "title"


@dataclass(frozen=True)
class Part:
    """`of` names the words, so that a change of them shows; `longest` is in characters."""

    name: str
    label: str
    source: str
    of: str
    longest: int

    @property
    def is_line(self) -> bool:
        return self.longest <= LINE


def parts_of(action: Action) -> list[Part]:
    """In the order of the page; empty texts are left out. The letter is the one in the action's own language."""
    told = [(TITLE, _("Headline"), action.title, 200), ("story", _("Story"), action.story, TEXT)]
    told += [("demand", _("Demand"), demand.text, LINE) for demand in standing_demands(action)]
    for ask in action.asks.all():
        told += [
            ("audience", _("Who is asked"), ask.audience, 200),
            ("ask", _("What is asked"), ask.text, LINE),
        ]
    if letter := action.letter_in(action.language):
        told += [
            (SUBJECT, _("Subject of the letter"), letter.subject, 200),
            (BODY, _("Letter"), letter.body, TEXT),
        ]
    text = case_mask(action.case).text
    masked = ((name, label, text(source), longest) for name, label, source, longest in told)
    found = (
        Part(n, label, source, of(n, source), longest)
        for n, label, source, longest in masked
        if source.strip()
    )
    return list({part.of: part for part in found}.values())
