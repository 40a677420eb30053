"""A report whose text changed after its review: what still stands is taken over in one press."""

from typing import Any

import pytest

from tests.reports.drafts import TEXT, a_report, draft, found, span
from tocsin.members.models import Member
from tocsin.reports.carry_over import carry_over
from tocsin.reports.compare_versions import compare_versions
from tocsin.reports.decide import accept, correct, reject
from tocsin.reports.errors import CannotReview
from tocsin.reports.models import Report, ReviewField, Section
from tocsin.reports.open_review import open_review
from tocsin.reports.repeats.revises import set_revises
from tocsin.reports.undo import undo_last

NEW_TEXT = TEXT.replace("disturbing trade", "trade sabotaging").replace("nine dockers", "many dockers")


def newer_draft() -> dict[str, Any]:
    changed = found(
        "their lawyer Lina Marwede", name="Lina Marwede", role="lawyer", status="detained", charge="trade sabotaging",
        field_spans={"name": [span("Lina Marwede")], "charge": [span("disturbing trade")]},
    )  # fmt: skip
    return draft(people=[changed], groups=[])


@pytest.fixture
def earlier(rustam: Member) -> Report:
    report = a_report()
    open_review(report, rustam)
    return report


@pytest.fixture
def later(earlier: Report, rustam: Member) -> Report:
    report = a_report(text=NEW_TEXT, draft=newer_draft())
    open_review(report, rustam)
    set_revises(report, earlier, rustam)
    report.refresh_from_db()
    return report


def one(report: Report, section: str, name: str) -> ReviewField:
    return ReviewField.objects.filter(item__report=report, item__section=section, name=name).first()


def names(rows: list[ReviewField], section: str) -> set[str]:
    return {row.name for row in rows if row.item.section == section}


def test_fields_are_the_same_changed_or_vanished(earlier: Report, later: Report) -> None:
    compared = compare_versions(earlier, later)
    assert names([now for _was, now in compared.same], Section.PEOPLE) == {"name", "role"}
    assert names([now for _was, now in compared.changed], Section.PEOPLE) == {"status", "charge"}
    assert names(compared.vanished, Section.GROUPS) == {"label", "count", "status"}
    assert compared.new == []


def test_decisions_on_the_same_words_are_carried_over_by_one_press(
    earlier: Report, later: Report, petra: Member
) -> None:
    accept([one(earlier, "people", "name"), one(earlier, "people", "charge")], petra)
    correct(one(earlier, "people", "role"), "solicitor", petra, may_be_shown=True)
    reject([one(earlier, "officials", "office")], petra)
    assert carry_over(later, petra) == 3
    decided = ReviewField.objects.filter(item__report=later).exclude(decision="proposed").order_by("pk")
    assert [(f.name, f.value, f.decision, f.may_be_shown) for f in decided] == [
        ("name", "Lina Marwede", "accepted", False),
        ("role", "solicitor", "corrected", True),
        ("office", "head of the port police", "rejected", False),
    ]
    undo_last(later, petra)
    assert not ReviewField.objects.filter(item__report=later).exclude(decision="proposed").exists()


def test_a_decision_on_the_newer_version_is_not_overwritten(
    earlier: Report, later: Report, rustam: Member
) -> None:
    accept([one(earlier, "people", "role")], rustam)
    reject([one(later, "people", "role")], rustam)
    with pytest.raises(CannotReview, match="Nothing is left"):
        carry_over(later, rustam)
    assert one(later, "people", "role").decision == "rejected"


def test_a_report_without_a_version_before_has_nothing_to_carry(earlier: Report, rustam: Member) -> None:
    with pytest.raises(CannotReview, match="not a later version"):
        carry_over(earlier, rustam)


def test_no_report_is_a_version_of_itself(earlier: Report, later: Report, rustam: Member) -> None:
    for before in (later, earlier):
        with pytest.raises(CannotReview):
            set_revises(earlier, before, rustam)
    set_revises(later, None, rustam)
    later.refresh_from_db()
    assert later.revises is None
