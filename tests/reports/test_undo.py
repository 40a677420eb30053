"""Going back: each member her own steps, the latest first, and never over somebody else's word."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.reports.drafts import a_report
from tocsin.cases.accept import accept_report
from tocsin.members.models import AuditEntry, Member
from tocsin.reports.add import add_field, add_item
from tocsin.reports.decide import accept, correct, reject, show, undo
from tocsin.reports.errors import CannotReview
from tocsin.reports.models import Report, ReviewField, ReviewItem, ReviewSitting, ReviewStep, Section
from tocsin.reports.open_review import open_review
from tocsin.reports.sitting import work_on
from tocsin.reports.undo import last_step, undo_last


@pytest.fixture
def report(rustam: Member) -> Report:
    report = a_report()
    open_review(report, rustam)
    return report


def fields(report: Report) -> list[tuple[object, ...]]:
    rows = ReviewField.objects.filter(item__report=report).order_by("pk")
    return list(rows.values_list("pk", "value", "decision", "may_be_shown", "decided_by", "decided_at"))


def one(report: Report, name: str) -> ReviewField:
    return ReviewField.objects.get(item__report=report, item__section=Section.PEOPLE, name=name)


def test_steps_go_back_one_by_one_to_where_they_began(report: Report, rustam: Member) -> None:
    began = fields(report)
    accept([one(report, "role"), one(report, "status")], rustam)
    accepted = fields(report)
    correct(one(report, "role"), "solicitor", rustam)
    show([one(report, "role")], rustam, True)
    undo([one(report, "status")], rustam)
    reject([one(report, "charge")], rustam)
    for _step in range(4):
        undo_last(report, rustam)
    assert fields(report) == accepted
    undo_last(report, rustam)
    assert fields(report) == began
    with pytest.raises(CannotReview, match="nothing of yours left to undo"):
        undo_last(report, rustam)


def test_what_was_undone_is_told_and_stands_in_the_trail(report: Report, rustam: Member) -> None:
    correct(one(report, "role"), "solicitor", rustam)
    undone = undo_last(report, rustam)
    assert ([f.value for f in undone.fields], undone.step.did) == (["lawyer"], "correct")
    assert AuditEntry.objects.filter(act="report.step_undone", member=rustam).count() == 1


def test_a_correction_that_was_undone_is_not_counted(report: Report, rustam: Member, petra: Member) -> None:
    correct(one(report, "charge"), "treason", petra)
    correct(one(report, "role"), "solicitor", rustam)
    reject([one(report, "status")], rustam)
    undo_last(report, rustam)
    assert work_on(report).corrections == 2
    an_hour_ago = timezone.now() - timedelta(hours=1)
    ReviewSitting.objects.filter(member=rustam).update(began_at=an_hour_ago, last_act_at=an_hour_ago)
    undo_last(report, rustam)
    assert work_on(report).corrections == 1, "it is taken from the sitting before this one, which counted it"


def test_a_correction_that_no_sitting_counts_leaves_none_below_zero(report: Report, rustam: Member) -> None:
    correct(one(report, "role"), "solicitor", rustam)
    ReviewSitting.objects.update(corrections=0)
    undo_last(report, rustam)
    assert work_on(report).corrections == 0


def test_an_added_item_and_an_added_field_go_again(report: Report, rustam: Member) -> None:
    before = fields(report)
    item = add_item(report, Section.GROUPS, "people of Riga", rustam)
    add_field(ReviewItem.objects.get(section=Section.PEOPLE), "penalty", "four years", rustam)
    undo_last(report, rustam)
    assert undo_last(report, rustam).gone == [item.pk]
    assert (fields(report), ReviewItem.objects.filter(pk=item.pk).exists()) == (before, False)


def test_an_added_item_that_somebody_built_on_stays(report: Report, rustam: Member, petra: Member) -> None:
    item = add_item(report, Section.GROUPS, "people of Riga", rustam)
    add_field(item, "status", "injured", petra)
    with pytest.raises(CannotReview, match="cannot be undone"):
        undo_last(report, rustam)
    assert item.fields.count() == 2


def test_each_undoes_her_own_steps_only(report: Report, rustam: Member, petra: Member) -> None:
    accept([one(report, "role")], rustam)
    reject([one(report, "charge")], petra)
    undo_last(report, rustam)
    assert (one(report, "role").decision, one(report, "charge").decision) == ("proposed", "rejected")
    assert last_step(report, rustam) is None


def test_what_somebody_changed_since_is_not_undone(report: Report, rustam: Member, petra: Member) -> None:
    accept([one(report, "status")], rustam)
    accept([one(report, "role")], rustam)
    correct(one(report, "role"), "solicitor", petra)
    with pytest.raises(CannotReview, match="Petra has changed it since"):
        undo_last(report, rustam)
    assert (one(report, "role").value, one(report, "role").decided_by) == ("solicitor", petra)
    undo_last(report, rustam)
    assert one(report, "status").decision == "proposed"


def test_what_a_case_holds_is_not_undone(report: Report, rustam: Member) -> None:
    accept([one(report, "role")], rustam)
    accept_report(report, rustam)
    with pytest.raises(CannotReview, match="The case holds this already"):
        undo_last(report, rustam)
    assert one(report, "role").decision == "accepted"


def test_the_installation_takes_no_steps(report: Report) -> None:
    accept([one(report, "role")], None)
    assert ReviewStep.objects.count() == 0


def test_a_correction_that_its_own_button_undid_is_not_counted(
    report: Report, rustam: Member, petra: Member
) -> None:
    correct(one(report, "charge"), "treason", petra)
    correct(one(report, "role"), "solicitor", rustam)
    correct(one(report, "role"), "barrister", petra)
    assert work_on(report).corrections == 3
    undo([one(report, "role")], rustam)
    assert work_on(report).corrections == 1, "whoever made them"
    undo_last(report, rustam)
    assert work_on(report).corrections == 3, "they stand again"
    undo([one(report, "role")], rustam)
    correct(one(report, "role"), "solicitor", rustam)
    undo([one(report, "role")], rustam)
    assert work_on(report).corrections == 1, "those before it had been taken back"
