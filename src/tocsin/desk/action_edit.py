"""The editor: the whole action on one page, each step with what it still lacks."""

from typing import Any

from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from tocsin.actions.access import may_edit, on_action
from tocsin.actions.asks.sign_on.models import TO_DECIDE
from tocsin.actions.models import Action, ActionState, Capacity, MessageState
from tocsin.actions.put import STORY
from tocsin.actions.targets import targets_by_reach
from tocsin.cases.access import holds_on
from tocsin.members.access import member_of
from tocsin.members.models import Role
from tocsin.members.revise import State

from .action_forms import StoryForm, ask_forms, demand_forms
from .action_steps import next_step, steps_of
from .action_words_waiting import action_waiting, her_words
from .language_choices import language_choices, language_words


@on_action(Role.VIEWER)
def action_edit(request: HttpRequest, slug: str) -> HttpResponse:
    action = find_action(slug)
    prefetch_related_objects([action], "asks", "demands")  # every step of the page looks at them
    return editor(request, action)


def find_action(slug: str) -> Action:
    """Raises Http404."""
    return get_object_or_404(Action.objects.select_related("case"), slug=slug)


def editor(request: HttpRequest, action: Action, **wrong: Any) -> HttpResponse:
    """The page; `wrong` holds a form as it was filled in, where something is wrong with it."""
    reached, unreached = targets_by_reach(action)
    steps = steps_of(action)
    page = {
        "action": action,
        "steps": {step.anchor: step for step in steps},
        "next_step": next_step(steps),
        "is_ready": not any(step.gaps for step in steps),
        "is_draft": action.state in (ActionState.DRAFT, ActionState.WITHDRAWN),
        "reached": reached,
        "unreached": unreached,
        "messages_waiting": action.messages.filter(state=MessageState.WAITING).count(),
        "translations_waiting": action.translation_links.filter(
            taken_at=None, ended_at=None, sent_at__isnull=False
        ).count(),
        "organisations_waiting": action.endorsements.filter(state__in=TO_DECIDE).count(),
        "letters": [(letter, language_words(letter.language)) for letter in action.letters.all()],
        "capacities": [(value, label) for value, label in Capacity.choices if value],
        "languages": language_choices(),
        "may_edit": may_edit(action, member_of(request)),
        "may_publish": holds_on(action.case, member_of(request), Role.PUBLISHER),
        "waiting": action_waiting(action, member_of(request)),
        **_forms(action, her_words(action, member_of(request))),
        **wrong,
    }
    return render(request, "desk/action_edit.html", page, status=422 if wrong else 200)


def _forms(action: Action, hers: State) -> dict[str, Any]:
    """With what she has asked for already in the place of what stands."""
    return {
        "story_form": StoryForm(
            instance=action, initial={name: hers[name] for name in STORY if name in hers}
        ),
        "demand_forms": demand_forms(action, hers=hers.get("demands")),
        "ask_forms": ask_forms(action, hers=hers.get("asks")),
    }
