"""What pages ask about actions."""

from django.db import connection
from django.db.models import QuerySet
from django.utils.translation import get_language

from tocsin.cases.mask import Mask
from tocsin.cases.names import case_mask
from tocsin.cases.queries import case_view
from tocsin.language.date_words import plain_date_words

from .models import Action, ActionDemand, ActionState, Ask, CapacityLetter, LetterText
from .view import ActionView, AskView, LetterView


def action_view(action: Action) -> ActionView:
    """The action as the public may see it. Names that the case withholds are replaced wherever they stand."""
    case = case_view(action.case, public=True)
    mask = case_mask(action.case)
    return ActionView(
        pk=action.pk,
        slug=action.slug,
        title=mask.text(action.title),
        story=mask.text(action.story),
        organiser=mask.text(action.organiser),
        language=action.language,
        deadline=action.deadline,
        state=action.state,
        is_open=action.is_open and not case.is_frozen,
        is_sample=action.is_sample,
        country=case.country,
        country_name=case.country_name,
        demands=tuple(mask.text(d.text) for d in standing_demands(action)),
        asks=tuple(_ask(ask, mask) for ask in action.asks.all() if ask.says_what),
        letters=tuple(_letter(letter, mask) for letter in action.letters.order_by("language")),
        case=case,
        capacity_letters=tuple(_letter(letter, mask) for letter in action.capacity_letters.all()),
    )


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


def _ask(ask: Ask, mask: Mask) -> AskView:
    return AskView(
        kind=ask.kind,
        label=ask.get_kind_display(),
        text=mask.text(ask.text),
        audience=mask.text(ask.audience),
        when=ask.when,
        when_words=plain_date_words(ask.when, get_language() or "en"),
    )


def _letter(letter: LetterText | CapacityLetter, mask: Mask) -> LetterView:
    capacity = letter.capacity if isinstance(letter, CapacityLetter) else ""
    return LetterView(letter.language, mask.text(letter.subject), mask.text(letter.body), capacity)


def open_actions() -> QuerySet[Action]:
    """What supporters can take part in now, newest first."""
    return Action.objects.filter(
        state=ActionState.PUBLISHED, is_sample=False, case__frozen_at__isnull=True
    ).order_by("-published_at")


def past_actions() -> QuerySet[Action]:
    """What is shown as history: closed actions and samples, the last closed first."""
    return Action.objects.filter(state=ActionState.CLOSED).order_by("-closed_at")
