"""Letters that look wrong: what was unusual, a switch that stops them, which are meant, and what was taken out."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from tocsin.actions.access import on_action
from tocsin.actions.models import Action
from tocsin.delivery.dispatch import lanes
from tocsin.delivery.dispatch.holds import standing as standing_holds
from tocsin.delivery.models import Alarm, TakeOut
from tocsin.delivery.taken_out.look import look
from tocsin.delivery.taken_out.rule import rule_of
from tocsin.delivery.taken_out.take_out import ACT
from tocsin.members.access import member_of
from tocsin.members.models import Member, Role
from tocsin.members.second_person import is_needed

from .action_edit import find_action
from .asked import Asked, asked_now
from .rule_form import RuleForm
from .rule_words import query_of, rule_words


@dataclass(frozen=True)
class Done:
    """Letters that were taken out; `rule` in words, while it is kept."""

    row: TakeOut
    rule: str


@on_action(Role.PUBLISHER)
def unusual_letters(request: HttpRequest, slug: str) -> HttpResponse:
    action = find_action(slug)
    form = RuleForm(request.GET if "look" in request.GET else None)
    return unusual_page(request, action, form)


def unusual_page(request: HttpRequest, action: Action, form: RuleForm, **wrong: Any) -> HttpResponse:
    """The page; `form` with what it means looked up, and in `wrong` what could not be done with it."""
    page = {
        "action": action,
        "alarms": [(alarm, query_of(alarm)) for alarm in _alarms(action)],
        "hold": standing_holds().filter(key=lanes.of_action(action)).first(),
        "form": form,
        "done": [
            _done(row) for row in TakeOut.objects.filter(action=action).select_related("by", "put_back_by")
        ],
        "needs_second": is_needed(ACT),
        "agreed": _agreed(action, member_of(request)),
        **_looked_up(action, form),
        **wrong,
    }
    is_wrong = bool(wrong or form.errors)
    return render(request, "desk/unusual_letters.html", page, status=422 if is_wrong else 200)


def _alarms(action: Action) -> list[Alarm]:
    return list(Alarm.objects.filter(action=action, dismissed_at=None).select_related("letter"))


def _done(row: TakeOut) -> Done:
    return Done(row, rule_words(rule_of(row.rule)) if row.rule else "")


def _looked_up(action: Action, form: RuleForm) -> dict[str, Any]:
    """What the form means, in numbers and a few letters; nothing for an empty or a wrong one."""
    if not form.is_bound or not form.is_valid():
        return {}
    rule = form.rule(timezone.now())
    if not rule.says_something and not form.cleaned_data["until"]:
        return {"says_nothing": True}
    return {"rule": rule.plain(), "rule_said": rule_words(rule), "seen": look(action, rule)}


def _agreed(action: Action, member: Member) -> dict[str, Any] | None:
    """What a second person agreed to, for whoever asked for it."""
    asked: Asked | None = asked_now(ACT, action)
    if not asked or not asked.is_good or asked.request.asked_by_id != member.pk:
        return None
    [wish] = asked.request.wanted
    said = rule_words(rule_of(wish["rule"]))
    return {**wish, "rule_said": said, "who": asked.request.answered_by}
