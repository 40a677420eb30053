"""The shipped sample, as a new installation shows it."""

import pytest

from tocsin.actions.errors import CannotPublish
from tocsin.actions.models import Action, ActionState
from tocsin.actions.publish import publish
from tocsin.actions.sample import load_sample_action
from tocsin.cases.queries import case_view
from tocsin.members.models import Member
from tocsin.reports.models import Report, ReportState

pytestmark = pytest.mark.django_db


def test_it_is_history_that_nobody_can_send_from() -> None:
    action = load_sample_action()
    assert (action.state, action.is_sample, action.is_open) == (ActionState.CLOSED, True, False)


def test_one_report_is_left_to_try_a_review_on() -> None:
    load_sample_action()
    waiting = Report.objects.filter(state=ReportState.RECEIVED).values_list("name", flat=True)
    assert list(waiting) == ["havana-2003-04.txt"]


def test_loading_it_again_changes_nothing() -> None:
    assert load_sample_action() == load_sample_action()
    assert Action.objects.count() == 1


def test_the_lawyer_is_named_and_the_hurt_woman_stands_there_by_initials() -> None:
    view = case_view(load_sample_action().case, public=True)
    assert sorted(person.name for person in view.people) == ["A. A.", "Natalia Sokolova"]


def test_a_second_action_of_the_sample_cannot_be_opened(petra: Member) -> None:
    case = load_sample_action().case
    action = Action.objects.create(case=case, slug="again", title="Again", is_sample=True)
    with pytest.raises(CannotPublish):
        publish(action, by=petra)
