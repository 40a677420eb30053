"""What pages ask about actions."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from django.db import connection
from django.db.models import QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tocsin.cases.mask import Mask
from tocsin.cases.names import case_mask, one_mask_a_case
from tocsin.cases.queries import case_view
from tocsin.language.date_words import plain_date_words

from .models import Action, ActionDemand, ActionState, Ask, LetterText
from .translated.told import said_in
from .view import ActionView, AskView, LetterView

# How a text of an action is said to the reader of the moment; names that are withheld are replaced.
Said = Callable[[str], str]


@one_mask_a_case()
def action_view(action: Action) -> ActionView:
    """The action as the public may see it. Names that the case withholds are replaced wherever they stand."""
    case = case_view(action.case, public=True)
    mask = case_mask(action.case)
    every = [_letter(letter, mask) for letter in action.letters.all()]
    letters = tuple(letter for letter in every if not letter.capacity)
    language, said = _said(action, mask, letters)
    view = ActionView(
        pk=action.pk,
        slug=action.slug,
        title=said(action.title),
        story=said(action.story),
        organiser=mask.text(action.organiser),
        language=language,
        deadline=action.deadline,
        state=action.state,
        is_open=action.is_open and not case.is_frozen,
        is_sample=action.is_sample,
        own_language=action.language,
        country=case.country,
        country_name=case.country_name,
        demands=tuple(said(d.text) for d in standing_demands(action)),
        asks=tuple(_ask(ask, said) for ask in action.asks.all() if ask.says_what),
        letters=letters,
        case=case,
        capacity_letters=tuple(letter for letter in every if letter.capacity),
    )
    return resting(view) if case.is_frozen else view


def resting(view: ActionView) -> ActionView:
    """Of a frozen case: that the action rests, and no word of it; nobody knows yet which of them does harm."""
    return replace(
        view,
        title=_("This action rests."),
        story="",
        organiser="",
        demands=(),
        asks=(),
        letters=(),
        capacity_letters=(),
    )


def _said(action: Action, mask: Mask, letters: tuple[LetterView, ...]) -> tuple[str, Said]:
    """The language of its texts for the reader of the moment, and how each is said in it. The whole action, or none of it."""
    reader = (get_language() or action.language).split("-")[0]
    has_letter = any(letter.language == reader and letter.body for letter in letters)
    return said_in(action, reader if has_letter else action.language, mask, _texts(action))


def _texts(action: Action) -> Iterator[str]:
    yield from (action.title, action.story)
    yield from (demand.text for demand in standing_demands(action))
    for ask in action.asks.all():
        yield from (ask.text, ask.audience)


# By hand, as a bench asks for: this is asked for each letter of a spike.
_OPEN = """
    SELECT 1 FROM actions_action JOIN cases_case ON cases_case.id = actions_action.case_id
    WHERE actions_action.id = %s AND actions_action.slug = %s AND actions_action.state = %s
      AND NOT actions_action.is_sample AND cases_case.frozen_at IS NULL
"""


def is_open(action: int, slug: str) -> bool:
    """Whether letters of this action, by its key and address, are taken now."""
    with connection.cursor() as cursor:
        cursor.execute(_OPEN, [action, slug, ActionState.PUBLISHED.value])
        return cursor.fetchone() is not None


def standing_demands(action: Action) -> list[ActionDemand]:
    """The action's demands without those whose every claim was withdrawn from the case."""
    demands = action.demands.select_related("subject").prefetch_related("subject__claims")
    return [d for d in demands if not _is_withdrawn(d)]


def _is_withdrawn(demand: ActionDemand) -> bool:
    claims = demand.subject.claims.all() if demand.subject else []
    return bool(claims) and all(claim.withdrawn_at for claim in claims)


def _ask(ask: Ask, said: Said) -> AskView:
    return AskView(
        kind=ask.kind,
        label=ask.get_kind_display(),
        text=said(ask.text),
        audience=said(ask.audience),
        when=ask.when,
        when_words=plain_date_words(ask.when, get_language() or "en"),
    )


def _letter(letter: LetterText, mask: Mask) -> LetterView:
    return LetterView(letter.language, mask.text(letter.subject), mask.text(letter.body), letter.capacity)


def open_actions() -> QuerySet[Action]:
    """What supporters can take part in now, newest first."""
    return Action.objects.filter(
        state=ActionState.PUBLISHED, is_sample=False, case__frozen_at__isnull=True
    ).order_by("-published_at")


def past_actions() -> QuerySet[Action]:
    """What is shown as history: closed actions and samples, the last closed first."""
    return Action.objects.filter(state=ActionState.CLOSED).order_by("-closed_at")
