"""What an editor makes of the claims, and when it may be called verified."""

import pytest
from django.core.exceptions import PermissionDenied

from tests import cast
from tests.cases.test_accept import reviewed
from tests.cast import put_on
from tests.reports.drafts import TEXT
from tocsin.cases.accept import accept_report
from tocsin.cases.assess import assess
from tocsin.cases.assessments import assessments_of
from tocsin.cases.end_judgement import part
from tocsin.cases.errors import CannotChange
from tocsin.cases.judge_same import judge_same
from tocsin.cases.mark_reliable import mark_reliable, unmark_reliable
from tocsin.cases.models import Assessment, Case, Claim, PersonAtRisk, Subject
from tocsin.cases.queries import case_view
from tocsin.cases.withdraw import withdraw_claim
from tocsin.members.models import Member
from tocsin.reports.models import Report


@pytest.fixture(scope="module")
def made(once: None) -> int:
    """Two papers report the same charge."""
    rustam = cast.member("Rustam")
    case = accept_report(reviewed(rustam), rustam)
    other = reviewed(rustam, text=TEXT + "\nLate edition.", publisher="Riga Post")
    accept_report(other, rustam, case=case)
    judge_same(*PersonAtRisk.objects.filter(case=case), rustam)
    return case.pk


@pytest.fixture
def case(made: int, db: None) -> Case:
    return Case.objects.get(pk=made)


def reports(case: Case) -> list[Report]:
    return list(case.reports.order_by("pk"))


def charges(case: Case) -> list[Claim]:
    return list(Claim.objects.filter(subject__case=case, predicate="charge").order_by("pk"))


def person(case: Case) -> Subject:
    return charges(case)[0].subject


def verify(case: Case, by: Member) -> Assessment:
    return assess(person(case), "charge", "She is charged.", "verified", [c.pk for c in charges(case)], by)


def both_reliable(case: Case, by: Member) -> None:
    for report in reports(case):
        mark_reliable(case, report, "Has its own people at the court", by)


def refusal(case: Case, by: Member) -> str:
    with pytest.raises(CannotChange) as refused:
        verify(case, by)
    assert Assessment.objects.count() == 0
    return str(refused.value)


def test_two_independent_reliable_sources_verify(case: Case, rustam: Member) -> None:
    both_reliable(case, rustam)
    made = verify(case, rustam)
    assert (made.verdict, made.written_by, set(made.cites.all())) == ("verified", rustam, set(charges(case)))


def test_a_source_that_nobody_marked_is_not_reliable(case: Case, rustam: Member) -> None:
    mark_reliable(case, reports(case)[0], "Has its own people at the court", rustam)
    assert "Two of the reports that say so must be marked as reliable sources here." in refusal(case, rustam)


def test_one_report_is_not_two(case: Case, rustam: Member) -> None:
    both_reliable(case, rustam)
    with pytest.raises(CannotChange, match="A second, independent one is missing"):
        assess(person(case), "charge", "x", "verified", [charges(case)[0].pk], rustam)


@pytest.mark.parametrize("deep", [False, True])
def test_repeats_count_as_one_source(case: Case, rustam: Member, deep: bool) -> None:
    both_reliable(case, rustam)
    first, second = reports(case)
    between = reviewed(rustam, text=TEXT + "\nBetween.", publisher="Wire") if deep else first
    Report.objects.filter(pk=second.pk).update(repeats=between)
    if deep:
        Report.objects.filter(pk=between.pk).update(repeats=first)
    assert "copies, translations or versions of one" in refusal(case, rustam)


def test_two_copies_of_a_third_report_are_one_source(case: Case, rustam: Member) -> None:
    both_reliable(case, rustam)
    root = reviewed(rustam, text=TEXT + "\nWire.", publisher="Wire")
    Report.objects.filter(pk__in=[r.pk for r in reports(case)]).update(repeats=root)
    assert "copies, translations or versions of one" in refusal(case, rustam)


def test_a_newer_version_is_no_second_source(case: Case, rustam: Member) -> None:
    both_reliable(case, rustam)
    first, second = reports(case)
    Report.objects.filter(pk=second.pk).update(revises=first)
    assert "copies, translations or versions of one" in refusal(case, rustam)


@pytest.mark.parametrize(
    ("publisher", "sentence"),
    [("harbour  bulletin", "the same publisher"), ("", "not known who published")],
)
def test_one_publisher_is_one_source(case: Case, rustam: Member, publisher: str, sentence: str) -> None:
    both_reliable(case, rustam)
    Report.objects.filter(pk=reports(case)[1].pk).update(publisher=publisher)
    assert sentence in refusal(case, rustam)


def test_one_speaker_is_one_source(case: Case, rustam: Member) -> None:
    both_reliable(case, rustam)
    Claim.objects.filter(predicate="charge").update(asserted_by="her lawyer")
    assert "rest on the same speaker, her lawyer" in refusal(case, rustam)


@pytest.mark.parametrize("quoted", ["harbour bulletin", "Харбур Булетин"])
def test_who_quotes_the_other_paper_is_no_second_source(case: Case, rustam: Member, quoted: str) -> None:
    both_reliable(case, rustam)
    Claim.objects.filter(pk=charges(case)[1].pk).update(asserted_by=quoted)
    Claim.objects.filter(pk=charges(case)[0].pk).update(asserted_by="her lawyer")
    assert f"rest on the same speaker, {quoted}" in refusal(case, rustam)


@pytest.mark.parametrize(
    ("one", "other"),
    [({"publisher": "Novaya Gazeta"}, "«Новая газета»"), ({"publisher": "Радио 5"}, "Radio 5")],
)
def test_one_publisher_in_two_scripts_is_one_source(
    case: Case, rustam: Member, one: dict[str, str], other: str
) -> None:
    both_reliable(case, rustam)
    first, second = reports(case)
    Report.objects.filter(pk=first.pk).update(**one)
    Report.objects.filter(pk=second.pk).update(publisher=other)
    assert "the same publisher" in refusal(case, rustam)


def test_publishers_that_differ_by_a_number_are_two(case: Case, rustam: Member) -> None:
    both_reliable(case, rustam)
    for number, report in enumerate(reports(case), 4):
        Report.objects.filter(pk=report.pk).update(publisher=f"Channel {number}")
    assert verify(case, rustam).verdict == "verified"


def test_a_source_that_took_it_back_counts_no_more(case: Case, rustam: Member) -> None:
    both_reliable(case, rustam)
    verify(case, rustam)
    assert [a.verdict for a in assessments_of(case)] == ["verified"]
    charge = charges(case)[1]
    charge.pk, charge.stance, charge.circumstance, charge.said_at = None, "retracts", "free", "2015-06-01"
    charge.save()
    assert [a.verdict for a in assessments_of(case)] == ["reported"]
    Assessment.objects.all().delete()
    assert "Only one report among those cited" in refusal(case, rustam)


def test_what_was_verified_of_two_taken_for_one_is_not_once_they_are_apart(
    case: Case, rustam: Member
) -> None:
    both_reliable(case, rustam)
    Claim.objects.update(may_be_shown=True)
    made = verify(case, rustam)
    Assessment.objects.update(may_be_shown=True)
    part(made.subject, rustam)
    for public in (False, True):
        [seen] = case_view(case, public=public).assessments
        assert (seen.verdict, seen.cites) == ("reported", (charges(case)[0].pk,))


@pytest.mark.parametrize(
    "changed", [{"stance": "denies"}, {"circumstance": "in_custody"}, {"value": "something else"}]
)
def test_only_what_is_freely_said_and_the_same_counts(
    case: Case, rustam: Member, changed: dict[str, str]
) -> None:
    both_reliable(case, rustam)
    Claim.objects.filter(pk=charges(case)[1].pk).update(**changed)
    assert "Only one report among those cited" in refusal(case, rustam)


def test_versions_stay_and_claims_are_untouched(case: Case, rustam: Member) -> None:
    before = list(Claim.objects.order_by("pk").values())
    for wording in ("It is said.", "It is said by two."):
        assess(person(case), "charge", wording, "reported", [charges(case)[0].pk], rustam)
    assert [a.wording for a in Assessment.objects.all()] == ["It is said.", "It is said by two."]
    assert list(Claim.objects.order_by("pk").values()) == before


def test_of_two_that_are_one_the_newest_wording_stands(case: Case, rustam: Member) -> None:
    first, second = charges(case)
    Claim.objects.update(may_be_shown=True)
    for claim, wording in ((second, "Of the second."), (first, "Of the first."), (first, "Of both.")):
        assess(claim.subject, "charge", wording, "reported", [claim.pk], rustam, may_be_shown=True)
    for public in (False, True):
        assert [a.wording for a in case_view(case, public=public).assessments] == ["Of both."]
    part(first.subject, rustam)
    assert {a.wording for a in assessments_of(case)} == {"Of both.", "Of the second."}


@pytest.mark.parametrize(
    ("wording", "verdict", "cited"),
    [(" ", "reported", True), ("x", "certain", True), ("x", "reported", False)],
)
def test_an_assessment_says_something_and_cites_it(
    case: Case, rustam: Member, wording: str, verdict: str, cited: bool
) -> None:
    with pytest.raises(CannotChange):
        assess(person(case), "charge", wording, verdict, [charges(case)[0].pk] if cited else [], rustam)


def test_a_withdrawn_claim_is_not_cited(case: Case, rustam: Member) -> None:
    withdraw_claim(charges(case)[0], rustam)
    with pytest.raises(CannotChange, match="Tick the claims"):
        assess(person(case), "charge", "x", "reported", [charges(case)[0].pk], rustam)


def test_reliability_has_a_reason_and_can_be_taken_back(case: Case, rustam: Member) -> None:
    with pytest.raises(CannotChange, match="Say why"):
        mark_reliable(case, reports(case)[0], " ", rustam)
    both_reliable(case, rustam)
    unmark_reliable(case, reports(case)[0], rustam)
    assert "must be marked as reliable sources here" in refusal(case, rustam)


def test_a_contributor_assesses_nothing(case: Case, dana: Member) -> None:
    put_on(case, "Dana")
    with pytest.raises(PermissionDenied):
        verify(case, dana)
    with pytest.raises(PermissionDenied):
        mark_reliable(case, reports(case)[0], "x", dana)
