"""Storing what an action says, asks and addresses, as `state_of` tells it; inside the frame of an act."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from tocsin.directory.models import Office
from tocsin.members.revise import State

from .asks.gather.day_words import put_day, told_in
from .models import Action, ActionDemand, ActionWords, Ask, LetterText, Target

STORY = ("title", "story", "organiser", "deadline")


@dataclass(frozen=True)
class DemandRow:
    """A demand; `pk` is empty for a new one, `subject` is what it is called after in the case."""

    text: str
    goes_into_letter: bool = True
    pk: int | None = None
    subject: int | None = None


@dataclass(frozen=True)
class AskRow:
    """An ask; `kind` empty removes it, `pk` is empty for a new one, `when` is EDTF."""

    kind: str
    text: str = ""
    audience: str = ""
    when: str = ""
    pk: int | None = None
    subject: int | None = None


def put(action: Action, state: State) -> None:
    """The fields that `state` holds. Offices that it does not name stay as they are, and so do letters."""
    put_story(action, {name: state[name] for name in STORY if name in state})
    if "demands" in state:
        put_demands(action, demand_rows(action, state["demands"]))
    if "asks" in state:
        put_asks(action, ask_rows(action, state["asks"]))
    for office, role in _still_there(state.get("targets", ())):
        put_target(action, office, role)
    for office, *told in state.get("capacities", ()):
        _put_capacity(action, office, told)
    if told := told_in(state):
        put_day(action, told)
    for name, words in state.items():
        kind, _space, of = name.partition(" ")
        if kind == "letter" and words:
            put_letter(action, *_letter_of(of), *words)
        elif kind == "translated" and words:
            language, _space, digest = of.partition(" ")
            put_translated(action, language, digest, words)


def put_story(action: Action, told: State) -> None:
    """A deadline is a day, or its ISO 8601 date."""
    for name, value in told.items():
        is_day = name == "deadline" and isinstance(value, str)
        setattr(action, name, date.fromisoformat(value) if is_day else value)
    action.save(update_fields=list(told))


def put_demands(action: Action, rows: Sequence[DemandRow]) -> None:
    """These, in this order; a demand without a row goes."""
    action.demands.exclude(pk__in=[row.pk for row in rows if row.pk]).delete()
    for position, row in enumerate(rows):
        demand = action.demands.filter(pk=row.pk or 0).first()
        demand = demand or ActionDemand(action=action, subject_id=row.subject)
        demand.text, demand.goes_into_letter, demand.position = row.text, row.goes_into_letter, position
        demand.save()


def put_asks(action: Action, rows: Sequence[AskRow]) -> None:
    """These, in this order; an ask without a row goes."""
    action.asks.exclude(pk__in=[row.pk for row in rows if row.pk]).delete()
    for position, row in enumerate(rows):
        ask = action.asks.filter(pk=row.pk or 0).first() or Ask(action=action, subject_id=row.subject)
        ask.kind, ask.text, ask.position = row.kind, row.text, position
        ask.audience, ask.when = row.audience, row.when
        ask.save()


def demand_rows(action: Action, state: Sequence[Sequence[Any]]) -> list[DemandRow]:
    """As `state_of` tells them, each with the key of the one that stands for it now."""
    stands = list(action.demands.all())
    return [DemandRow(text, goes, _same(stands, text, *subject), *subject) for text, goes, *subject in state]


def ask_rows(action: Action, state: Sequence[Sequence[Any]]) -> list[AskRow]:
    """The same for asks."""
    stands = list(action.asks.all())
    return [
        AskRow(kind, text, audience, when, _same(stands, text, *subject), *subject)
        for kind, text, audience, when, *subject in state
    ]


def _same(stands: list[Any], text: str, subject: int | None = None) -> int | None:
    """By what it is called after in the case, else by its words; each stands for one. Earlier states name no subject."""
    found = next((row for row in stands if subject and row.subject_id == subject), None)
    found = found or next((row for row in stands if row.text == text), None)
    if found:
        stands.remove(found)
    return found.pk if found else None


def put_target(action: Action, office: int, role: str) -> Target:
    target, _is_new = Target.objects.update_or_create(
        action=action,
        office_id=office,
        defaults={"role": role},
        create_defaults={"role": role, "position": action.targets.count()},
    )
    return target


def put_letter(action: Action, language: str, capacity: str, subject: str, body: str) -> LetterText:
    letter, _is_new = action.letters.update_or_create(
        language=language,
        capacity=capacity,
        defaults={"subject": subject, "body": body, "edited_at": timezone.now()},
    )
    return letter


def put_translated(action: Action, language: str, of: str, text: str) -> None:
    ActionWords.objects.update_or_create(action=action, language=language, of=of, defaults={"text": text})


def _still_there(targets: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    known = set(Office.objects.filter(pk__in=[pk for pk, _role in targets]).values_list("pk", flat=True))
    return [row for row in targets if row[0] in known]


def _put_capacity(action: Action, office: int, told: Sequence[Any]) -> None:
    capacity, source, source_date = told
    action.targets.filter(office=office).update(capacity=capacity, source=source, source_date=source_date)


def _letter_of(name: str) -> tuple[str, str]:
    language, _space, capacity = name.partition(" ")
    return language, capacity
