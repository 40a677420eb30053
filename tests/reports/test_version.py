"""Two reviewers on one report: nobody is overwritten."""

import pytest

from tests.reports.drafts import a_report
from tocsin.members.models import Member
from tocsin.reports.decide import accept, correct, reject, show
from tocsin.reports.models import Report, ReviewField, Section
from tocsin.reports.open_review import open_review
from tocsin.reports.version import ChangedMeanwhile, version


@pytest.fixture
def report(rustam: Member) -> Report:
    report = a_report()
    open_review(report, rustam)
    return report


def role(report: Report) -> ReviewField:
    return ReviewField.objects.get(item__report=report, item__section=Section.PEOPLE, name="role")


def test_who_comes_second_overwrites_nothing(report: Report, rustam: Member, petra: Member) -> None:
    correct(role(report), "solicitor", petra, seen={})
    with pytest.raises(ChangedMeanwhile, match="Petra has decided on this meanwhile") as refused:
        reject([role(report)], rustam, seen={})
    assert [f.value for f in refused.value.fields] == ["solicitor"]
    assert (role(report).decision, role(report).decided_by) == ("corrected", petra)


def test_who_has_seen_it_may_change_it(report: Report, rustam: Member, petra: Member) -> None:
    correct(role(report), "solicitor", petra)
    seen = {role(report).pk: version(role(report))}
    reject([role(report)], rustam, seen)
    assert role(report).decision == "rejected"


def test_a_version_changes_with_every_decision_and_is_empty_for_none(report: Report, rustam: Member) -> None:
    versions = [version(role(report))]
    accept([role(report)], rustam)
    versions.append(version(role(report)))
    show([role(report)], rustam, True)
    versions.append(version(role(report)))
    accept([role(report)], rustam)
    versions.append(version(role(report)))
    assert (versions[0], len(set(versions))) == ("", 4)
