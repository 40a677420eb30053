"""The shipped sample, as a new installation shows it."""

import pytest

from tocsin.actions.errors import CannotPublish
from tocsin.actions.models import Action, ActionState
from tocsin.actions.publish import publish
from tocsin.actions.sample import load_sample_action
from tocsin.cases.queries import case_view
from tocsin.letters.story import LONGEST
from tocsin.members.models import Member
from tocsin.reports.models import Report, ReportState

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def sample(once: None) -> Action:
    return load_sample_action()


def test_it_is_history_that_nobody_can_send_from(sample: Action) -> None:
    assert (sample.state, sample.is_sample, sample.is_open) == (ActionState.CLOSED, True, False)


def test_one_report_is_left_to_try_a_review_on(sample: Action) -> None:
    waiting = Report.objects.filter(state=ReportState.RECEIVED).values_list("name", flat=True)
    assert list(waiting) == ["havana-2003-04.txt"]


def test_loading_it_again_changes_nothing(sample: Action) -> None:
    assert load_sample_action() == sample
    assert Action.objects.count() == 1


def test_the_lawyer_is_named_and_the_hurt_woman_stands_there_by_initials(sample: Action) -> None:
    view = case_view(sample.case, public=True)
    assert sorted(person.name for person in view.people)[:2] == ["A. A.", "Natalia Sokolova"]


def test_a_second_action_of_the_sample_cannot_be_opened(sample: Action, petra: Member) -> None:
    action = Action.objects.create(case=sample.case, slug="again", title="Again", is_sample=True)
    with pytest.raises(CannotPublish):
        publish(action, by=petra)


def test_the_letter_of_the_sample_could_be_sent_unchanged(sample: Action) -> None:
    letter = sample.letters.get()
    assert sample.story.startswith("Natalia Sokolova, ")
    assert 0 < len(sample.story) <= LONGEST
    assert letter.subject.startswith("Please release Natalia Sokolova")
    assert "I am writing to you about Natalia Sokolova" in letter.body
    assert "I ask for:\n- the immediate release of Natalia Sokolova" in letter.body
    assert not set("[]{}()") & set(letter.body)
