"""The texts of an action that are translated, as the public may read them: withheld names replaced."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from tocsin.actions.models import Action, CalledDay
from tocsin.actions.queries import standing_demands
from tocsin.cases.names import case_mask

from .digest import BODY, SUBJECT, of

LINE, TEXT = 500, 20_000
TITLE = "title"
# Name, label, words, and how many characters have room.
Told = tuple[str, str, str, int]


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
    """In the order of the page; empty texts are left out. The letters are those in the action's own language."""
    told = [*_page(action), *_day(action), *_letters(action)]
    text = case_mask(action.case).text
    masked = ((name, label, text(source), longest) for name, label, source, longest in told)
    found = (
        Part(n, label, source, of(n, source), longest)
        for n, label, source, longest in masked
        if source.strip()
    )
    return list({part.of: part for part in found}.values())


def _page(action: Action) -> Iterator[Told]:
    yield TITLE, _("Headline"), action.title, 200
    yield "story", _("Story"), action.story, TEXT
    for demand in standing_demands(action):
        yield "demand", _("Demand"), demand.text, LINE
    for ask in action.asks.all():
        yield "audience", _("Who is asked"), ask.audience, 200
        yield "ask", _("What is asked"), ask.text, LINE


def _day(action: Action) -> Iterator[Told]:
    day = CalledDay.objects.filter(action=action, called_off_at=None).first()
    if day:
        yield "day", _("Day of action"), day.words, TEXT
        yield "day_there", _("To people in the country of events"), day.words_there, TEXT


def _letters(action: Action) -> Iterator[Told]:
    """The general one first; of the others the name says for whom."""
    for letter in action.letters.filter(language=action.language).order_by("capacity"):
        if not letter.capacity:
            yield SUBJECT, _("Subject of the letter"), letter.subject, 200
            yield BODY, _("Letter"), letter.body, TEXT
            continue
        whom = {"whom": letter.get_capacity_display()}
        subject, body = _("Subject of the letter to: %(whom)s") % whom, _("Letter to: %(whom)s") % whom
        yield f"{SUBJECT}:{letter.capacity}", subject, letter.subject, 200
        yield f"{BODY}:{letter.capacity}", body, letter.body, TEXT
