"""Changing an action piece by piece."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date

import pytest

from tests.actions.stage import opened
from tocsin.actions.add_target import add_target
from tocsin.actions.drop_letter import drop_letter
from tocsin.actions.drop_target import drop_target
from tocsin.actions.edit_asks import AskRow, edit_asks
from tocsin.actions.edit_demands import DemandRow, edit_demands
from tocsin.actions.edit_story import edit_story
from tocsin.actions.errors import CannotChange, CannotPublish
from tocsin.actions.models import Action
from tocsin.actions.send_test import send_test
from tocsin.actions.write_letter import write_letter
from tocsin.delivery.models import Delivery
from tocsin.directory.models import ContactPoint, Office
from tocsin.jobs.models import Job
from tocsin.members.models import AuditEntry, Member


@pytest.fixture
def action(draft: Action) -> Action:
    return draft


def test_the_story_is_kept_as_written(action: Action, rustam: Member) -> None:
    edit_story(
        action, rustam, title=" Free her ", story="It rained.\n", organiser="We", deadline=date(2031, 6, 16)
    )
    action.refresh_from_db()
    assert (action.title, action.story, action.organiser, action.deadline) == (
        "Free her",
        "It rained.",
        "We",
        date(2031, 6, 16),
    )
    assert AuditEntry.objects.filter(act="action.story_edited", member=rustam).count() == 1


def test_demands_keep_their_claim_when_reworded_and_take_the_new_order(
    action: Action, rustam: Member
) -> None:
    release, beatings = action.demands.all()
    rows = [
        DemandRow("An end to all beatings", False, beatings.pk),
        DemandRow("Pay"),
        DemandRow(" ", True, release.pk),
    ]
    edit_demands(action, rustam, rows)
    first, second = action.demands.all()
    assert (first.pk, first.subject, first.text, first.goes_into_letter) == (
        beatings.pk,
        beatings.subject,
        "An end to all beatings",
        False,
    )
    assert (second.text, second.subject) == ("Pay", None)


def test_a_demand_of_another_action_is_left_alone(draft: Action, rustam: Member) -> None:
    action, other = draft, None
    other = type(action).objects.create(case=action.case, slug="other", title="Other")
    theirs = other.demands.create(text="Theirs")
    edit_demands(action, rustam, [DemandRow("Ours", True, theirs.pk)])
    theirs.refresh_from_db()
    assert (theirs.text, [d.text for d in action.demands.all()]) == ("Theirs", ["Ours"])


def test_asks_are_changed_added_and_removed(action: Action, rustam: Member) -> None:
    [letter] = action.asks.all()
    edit_asks(
        action, rustam, [AskRow("picket", "", "near an embassy", "2031-06-16"), AskRow("", pk=letter.pk)]
    )
    assert [(a.kind, a.audience, a.when) for a in action.asks.all()] == [
        ("picket", "near an embassy", "2031-06-16")
    ]


def test_a_target_is_added_once_and_changes_its_role(action: Action, rustam: Member) -> None:
    ministry = Office.objects.create(name="Ministry")
    add_target(action, ministry, rustam)
    add_target(action, ministry, rustam, "copy_to")
    assert [(t.office.name, t.role) for t in action.targets.all()] == [
        ("Embassy of Latvia in Oslo", "target"),
        ("Ministry", "copy_to"),
    ]


def test_a_target_with_letters_stays_listed(action: Action, rustam: Member) -> None:
    target = action.targets.get()
    point = ContactPoint.objects.create(office=target.office, channel="email", value="o@embassy.example")
    Delivery.objects.create(action=action, target=target, contact_point=point, message_id="<1@desk.example>")
    with pytest.raises(CannotChange, match="Retire its addresses"):
        drop_target(target, rustam)
    assert action.targets.count() == 1


def test_a_target_without_letters_goes(action: Action, rustam: Member) -> None:
    drop_target(action.targets.get(), rustam)
    assert action.targets.count() == 0


def test_a_letter_is_written_in_a_second_language_and_taken_away(action: Action, rustam: Member) -> None:
    letter = write_letter(action, rustam, "ru", " О\nсвободе ", "Первая\r\nВторая\r\n")
    assert (letter.subject, letter.body) == ("О свободе", "Первая\nВторая")
    drop_letter(letter, rustam)
    assert [each.language for each in action.letters.all()] == ["en"]


def test_an_open_action_keeps_the_letter_in_its_own_language(draft: Action, petra: Member) -> None:
    action = opened(draft, petra)
    with pytest.raises(CannotPublish, match="no letter in the action's own language"):
        drop_letter(action.letters.get(), petra)
    assert action.letters.count() == 1


def test_a_change_of_an_open_action_is_shown_at_once(
    draft: Action,
    petra: Member,
    django_capture_on_commit_callbacks: Callable[[], AbstractContextManager[object]],
) -> None:
    action = opened(draft, petra)
    before = Job.objects.filter(kind="pages.render").count()
    with django_capture_on_commit_callbacks():  # opening it told the pages too, in a commit that is over
        edit_story(action, petra, title="Free her now", story="So.", organiser="We", deadline=None)
    assert Job.objects.filter(kind="pages.render").count() == before + 1


def test_a_test_goes_to_the_member_alone(action: Action, rustam: Member) -> None:
    assert send_test(action, rustam) == rustam.email
    [mail] = Job.objects.filter(kind="post.mail")
    assert (mail.payload["to"], mail.payload["subject"]) == (
        rustam.email,
        f"Test: {action.letters.get().subject}",
    )
    assert action.letters.get().body in mail.payload["text"]


def test_without_a_letter_there_is_nothing_to_test(action: Action, rustam: Member) -> None:
    with pytest.raises(CannotChange, match="There is no letter"):
        send_test(action, rustam, "fr")
