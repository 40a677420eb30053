"""Opening, closing and withdrawing."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from tests.actions.stage import confirmed_email, made_ready, opened
from tocsin.actions.close import close, close_as_history, close_due
from tocsin.actions.edit_demands import edit_demands
from tocsin.actions.edit_story import edit_story
from tocsin.actions.errors import CannotChange, CannotPublish
from tocsin.actions.missing import cautions, hindrances, missing
from tocsin.actions.models import Action, ActionState
from tocsin.actions.publish import publish
from tocsin.actions.queries import open_actions, past_actions
from tocsin.actions.withdraw import withdraw
from tocsin.cases.freeze import freeze
from tocsin.jobs.models import Job
from tocsin.members.models import AuditEntry, Member


@pytest.fixture
def action(draft: Action) -> Action:
    return draft


def jobs(kind: str) -> list[dict[str, object]]:
    return list(Job.objects.filter(kind=kind).values_list("payload", flat=True))


def sentences(action: Action) -> str:
    return " ".join(gap.sentence for gap in [*missing(action), *hindrances(action)])


def test_a_complete_action_opens(draft: Action, petra: Member) -> None:
    action = publish(made_ready(draft, petra), petra)
    assert (action.state, action.is_open, list(open_actions())) == (ActionState.PUBLISHED, True, [action])
    assert jobs("pages.render")[-1] == {"action": action.pk}
    assert AuditEntry.objects.filter(act="action.published", member=petra).count() == 1


@pytest.mark.parametrize("act", [publish, close, withdraw, close_as_history])
def test_only_a_publisher_may(draft: Action, act: Callable[[Action, Member], Action], rustam: Member) -> None:
    action = made_ready(draft, rustam)
    with pytest.raises(PermissionDenied):
        act(action, rustam)
    action.refresh_from_db()
    assert action.state == ActionState.DRAFT


def test_a_withheld_name_keeps_the_action_closed_and_says_where_it_stands(
    action: Action, petra: Member
) -> None:
    with pytest.raises(CannotPublish) as refusal:
        publish(action, petra)
    assert any("the release of Lina Marwede" in sentence for sentence in refusal.value.sentences)
    assert {gap.step for gap in missing(action)} == {"demands", "letter"}


def test_each_thing_that_is_missing_gets_a_sentence(draft: Action, petra: Member) -> None:
    action = made_ready(draft, petra)
    action.demands.all().delete()
    action.targets.all().delete()
    action.letters.all().delete()
    Action.objects.filter(pk=action.pk).update(title=" ", story="", organiser="")
    with pytest.raises(CannotPublish) as refusal:
        publish(action, petra)
    assert list(refusal.value.sentences) == [
        "The action has no headline.",
        "The story is empty: say in a few sentences what happened.",
        "Nobody is named as calling for this action.",
        "There is no demand: say what the offices are to do.",
        "There is nobody to write to: add at least one office.",
        "There is no letter in the action's own language.",
    ]


def test_a_demand_must_go_into_the_letter(draft: Action, petra: Member) -> None:
    action = made_ready(draft, petra)
    action.demands.update(goes_into_letter=False)
    assert sentences(action) == "No demand goes into the letter."


def test_an_office_that_only_gets_a_copy_is_nobody_to_write_to(draft: Action, petra: Member) -> None:
    action = made_ready(draft, petra)
    action.targets.update(role="copy_to")
    assert "nobody to write to" in sentences(action)


def test_a_sample_never_opens(draft: Action, petra: Member) -> None:
    action = made_ready(draft, petra)
    Action.objects.filter(pk=action.pk).update(is_sample=True)
    with pytest.raises(CannotPublish, match="It is history and cannot be opened"):
        publish(action, petra)


def test_a_frozen_case_keeps_its_actions_closed(draft: Action, petra: Member) -> None:
    action = made_ready(draft, petra)
    freeze(action.case, petra)
    with pytest.raises(CannotPublish, match="The case is frozen"):
        publish(action, petra)


def test_freezing_takes_an_open_action_off_the_list(draft: Action, petra: Member) -> None:
    action = opened(draft, petra)
    freeze(action.case, petra)
    assert list(open_actions()) == []


def test_a_deadline_that_has_passed_keeps_it_closed(draft: Action, petra: Member) -> None:
    action = made_ready(draft, petra)
    Action.objects.filter(pk=action.pk).update(deadline=timezone.localdate() - timedelta(days=1))
    with pytest.raises(CannotPublish, match="The deadline has passed"):
        publish(action, petra)


def test_it_opens_once(draft: Action, petra: Member) -> None:
    action = opened(draft, petra)
    with pytest.raises(CannotPublish, match="The action is open already"):
        publish(action, petra)


def test_no_confirmed_address_is_a_caution_and_no_hindrance(draft: Action, petra: Member) -> None:
    action = made_ready(draft, petra)
    assert any("No office has a confirmed address" in gap.sentence for gap in cautions(action))
    confirmed_email(action.targets.get().office, petra)
    assert all(gap.step != "targets" for gap in cautions(action))


def test_a_letter_that_leaves_a_demand_out_is_a_caution(draft: Action, petra: Member) -> None:
    action = made_ready(draft, petra)
    action.demands.create(text="Pay her what was taken", position=9)
    assert [gap.sentence for gap in cautions(action) if gap.step == "letter"] == [
        "The letter does not say: “Pay her what was taken”"
    ]


def test_closing_keeps_the_page_and_asks_nobody(draft: Action, petra: Member) -> None:
    action = close(opened(draft, petra), petra)
    assert (action.state, action.is_visible, action.is_open) == (ActionState.CLOSED, True, False)
    assert (list(open_actions()), list(past_actions())) == ([], [action])
    with pytest.raises(CannotChange, match="Only an open action"):
        close(action, petra)


def test_history_was_never_open(draft: Action, petra: Member) -> None:
    action = made_ready(draft, petra)
    Action.objects.filter(pk=action.pk).update(is_sample=True)
    shown = close_as_history(action, None)
    assert (shown.state, shown.published_at, list(past_actions())) == (ActionState.CLOSED, None, [action])


def test_the_day_after_its_deadline_an_action_closes_by_itself(draft: Action, petra: Member) -> None:
    action = opened(draft, petra)
    other = open_of_another(petra, action)
    last_day = date(2031, 6, 16)
    Action.objects.filter(pk=action.pk).update(deadline=last_day)
    assert close_due(today=last_day) == 0
    assert close_due(today=last_day + timedelta(days=1)) == 1
    assert close_due(today=last_day + timedelta(days=1)) == 0
    states = dict(Action.objects.values_list("pk", "state"))
    assert states == {action.pk: ActionState.CLOSED, other.pk: ActionState.PUBLISHED}
    [entry] = AuditEntry.objects.filter(act="action.closed_at_deadline")
    assert entry.member is None


def open_of_another(petra: Member, action: Action) -> Action:
    return Action.objects.create(
        case=action.case, slug="another", title="Another", state=ActionState.PUBLISHED
    )


def test_withdrawing_removes_the_page_and_can_be_taken_back(draft: Action, petra: Member) -> None:
    action = withdraw(opened(draft, petra), petra, "a name was wrong")
    assert (action.state, action.is_visible, list(open_actions())) == (ActionState.WITHDRAWN, False, [])
    assert jobs("pages.remove") == [{"slug": action.slug}]
    [entry] = AuditEntry.objects.filter(act="action.withdrawn")
    assert entry.detail == {"reason": "a name was wrong"}
    assert publish(action, petra).withdrawn_at is None


def test_a_draft_cannot_be_withdrawn(draft: Action, petra: Member) -> None:
    with pytest.raises(CannotChange, match="nothing to withdraw"):
        withdraw(made_ready(draft, petra), petra)


def test_an_open_action_cannot_lose_what_it_needs(draft: Action, petra: Member) -> None:
    action = opened(draft, petra)
    with pytest.raises(CannotPublish, match="There is no demand"):
        edit_demands(action, petra, [])
    assert action.demands.count() == 2


def test_a_reviewer_does_not_change_what_the_public_sees(
    draft: Action, petra: Member, rustam: Member
) -> None:
    action = opened(draft, petra)
    with pytest.raises(PermissionDenied):
        edit_story(action, rustam, title="Changed", story="So", organiser="We", deadline=None)
    assert Action.objects.get(pk=action.pk).title == action.title
