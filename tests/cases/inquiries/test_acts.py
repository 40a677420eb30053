"""Correcting, withdrawing, reviewing, and marking what contradicts."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from tests.cases.asking import a_case, an_office, attempt
from tocsin.cases.add_claim import add_claim
from tocsin.cases.errors import CannotChange
from tocsin.cases.inquiries.contradict import mark_contradiction, unmark_contradiction
from tocsin.cases.inquiries.correct import correct_inquiry, correct_statement
from tocsin.cases.inquiries.log_inquiry import log_inquiry
from tocsin.cases.inquiries.review import accept_statement, leave_out_statement
from tocsin.cases.inquiries.say import say
from tocsin.cases.inquiries.statements import statements_of
from tocsin.cases.inquiries.withdraw import restore_inquiry, withdraw_inquiry
from tocsin.cases.models import Case, Claim, Inquiry, PersonAtRisk, Subject
from tocsin.cases.queries import case_view
from tocsin.members.models import AuditEntry, Member, Revision

STORY = (
    ("She was released on 1 June", "asserts"),
    ("They took her away", "retracts"),
    ("Who took her", "refuses"),
)


@pytest.fixture
def case(dana: Member, rustam: Member) -> Case:
    return a_case(dana, rustam)


def one_call(case: Case, by: Member) -> Inquiry:
    """One call in which an official told two stories, and then refused."""
    (gist, stance), *more = STORY
    inquiry = log_inquiry(case, attempt(office=an_office(case), said=gist, stance=stance), by)
    for gist, stance in more:
        say(inquiry, gist, stance, by)
    return inquiry


def standing(inquiry: Inquiry) -> list[tuple[str, str, str]]:
    return [(s.gist, s.stance, s.state) for s in statements_of(inquiry)]


def test_one_call_holds_as_many_statements_as_were_made(case: Case, rustam: Member) -> None:
    inquiry = one_call(case, rustam)
    assert standing(inquiry) == [(gist, stance, "accepted") for gist, stance in STORY]


def test_a_changed_story_stands_beside_the_first(case: Case, rustam: Member) -> None:
    first, second, _third = [s.subject for s in statements_of(one_call(case, rustam))]
    mark_contradiction(second, first, rustam)
    threads = case_view(case, public=False).statements
    assert [[s.gist for s in t.statements] for t in threads] == [[STORY[0][0], STORY[1][0]], [STORY[2][0]]]
    with pytest.raises(CannotChange, match="the other way round"):
        mark_contradiction(first, second, rustam)
    unmark_contradiction(second, rustam)
    assert all(not t.is_contradictory for t in case_view(case, public=False).statements)


def test_statements_of_two_cases_do_not_contradict(case: Case, rustam: Member) -> None:
    other = a_case(rustam, slug="other")
    mine, theirs = (statements_of(one_call(c, rustam))[0].subject for c in (case, other))
    with pytest.raises(CannotChange, match="one case"):
        mark_contradiction(mine, theirs, rustam)


def test_a_corrected_moment_and_speaker_reach_the_claims(case: Case, rustam: Member) -> None:
    inquiry = one_call(case, rustam)
    subjects = [s.subject for s in statements_of(inquiry)]
    corrected = attempt("answered", 2, office=inquiry.office, spoke_with="the guard")
    correct_inquiry(inquiry, corrected, rustam)
    assert [s.subject for s in statements_of(inquiry)] == subjects
    claims = Claim.objects.filter(inquiry=inquiry, withdrawn_at=None, predicate="speaker")
    assert {(c.value, c.said_at) for c in claims} == {
        ("the guard, Remand prison, Aqtau", "2026-03-02T14:00:00+05:00")
    }
    assert standing(inquiry) == [(gist, stance, "accepted") for gist, stance in STORY]
    assert Claim.objects.filter(inquiry=inquiry, withdrawn_at__isnull=False).count() == 7
    entry = AuditEntry.objects.get(act="inquiry.corrected")
    assert entry.revisions.get().before == {"spoke_with": "", "asked_at": "2026-03-02T07:00:00+00:00"}


@pytest.mark.parametrize("said", [{"spoke_with": "the guard"}, {"hours": 2}])
def test_a_corrected_call_leaves_what_reviewers_decided(
    case: Case, dana: Member, rustam: Member, said: dict[str, Any]
) -> None:
    inquiry = one_call(case, dana)
    first, second, _third = [s.subject for s in statements_of(inquiry)]
    accept_statement(first, rustam)
    leave_out_statement(second, rustam)
    Claim.objects.filter(subject=first).update(may_be_shown=True)
    decided_at = Claim.objects.get(subject=first, predicate="gist").accepted_at
    correct_inquiry(inquiry, attempt(office=inquiry.office, **said), rustam)
    assert [state for _gist, _stance, state in standing(inquiry)] == ["accepted", "rejected", "awaiting"]
    stands = Claim.objects.filter(inquiry=inquiry, withdrawn_at=None)
    gist = stands.get(subject=first, predicate="gist")
    assert (gist.accepted_by, gist.accepted_at, gist.may_be_shown) == (rustam, decided_at, True)
    assert stands.get(subject=first, predicate="speaker").may_be_shown is ("hours" in said)
    assert {c.state for c in stands.filter(subject=second)} == {"rejected"}


def test_what_a_contributor_corrects_is_reviewed_again_and_stays_left_out(
    case: Case, dana: Member, rustam: Member
) -> None:
    inquiry = one_call(case, dana)
    first, second, _third = [s.subject for s in statements_of(inquiry)]
    accept_statement(first, rustam)
    leave_out_statement(second, rustam)
    correct_inquiry(inquiry, attempt(office=inquiry.office, spoke_with="the guard"), dana)
    assert [state for _gist, _stance, state in standing(inquiry)] == ["awaiting", "rejected", "awaiting"]


def test_what_is_corrected_without_the_claims_leaves_them(case: Case, rustam: Member) -> None:
    inquiry = one_call(case, rustam)
    before = list(Claim.objects.filter(inquiry=inquiry).values())
    correct_inquiry(inquiry, attempt("refused", office=inquiry.office, asked_by="The union"), rustam)
    inquiry.refresh_from_db()
    assert (inquiry.outcome, inquiry.asked_by) == ("refused", "The union")
    assert list(Claim.objects.filter(inquiry=inquiry).values()) == before


def test_corrected_words_leave_the_former_ones_withdrawn(case: Case, rustam: Member) -> None:
    inquiry = one_call(case, rustam)
    subject = statements_of(inquiry)[0].subject
    correct_statement(subject, "She was let go on 1 June", "asserts", rustam)
    gists = Claim.objects.filter(subject=subject, predicate="gist").order_by("pk")
    assert [(c.value, c.withdrawn_at is None) for c in gists] == [
        (STORY[0][0], False),
        ("She was let go on 1 June", True),
    ]
    inquiry.refresh_from_db()
    assert inquiry.said.splitlines()[0] == "She was let go on 1 June"


def test_nothing_said_is_no_statement(case: Case, rustam: Member) -> None:
    inquiry = one_call(case, rustam)
    for gist, stance in ((" ", "asserts"), ("x", "shouts")):
        with pytest.raises(CannotChange):
            say(inquiry, gist, stance, rustam)


def test_a_contributor_changes_what_she_logged_and_nothing_else(
    case: Case, dana: Member, rustam: Member
) -> None:
    hers, his = one_call(case, dana), one_call(case, rustam)
    withdraw_inquiry(hers, dana)
    with pytest.raises(PermissionDenied):
        withdraw_inquiry(his, dana)
    with pytest.raises(PermissionDenied):
        accept_statement(Subject.objects.filter(claims__inquiry=hers).distinct()[0], dana)


def test_withdrawn_and_brought_back_is_as_before(case: Case, rustam: Member) -> None:
    inquiry = one_call(case, rustam)
    subject = statements_of(inquiry)[0].subject
    correct_statement(subject, "She was let go on 1 June", "asserts", rustam)
    before = list(Claim.objects.filter(inquiry=inquiry).order_by("pk").values())
    withdraw_inquiry(inquiry, rustam)
    assert standing(inquiry) == []
    restore_inquiry(inquiry, rustam)
    assert list(Claim.objects.filter(inquiry=inquiry).order_by("pk").values()) == before


def test_a_reviewer_takes_or_leaves_what_a_contributor_wrote(
    case: Case, dana: Member, rustam: Member
) -> None:
    inquiry = one_call(case, dana)
    first, second, third = [s.subject for s in statements_of(inquiry)]
    accept_statement(first, rustam)
    leave_out_statement(second, rustam)
    assert [state for _gist, _stance, state in standing(inquiry)] == ["accepted", "rejected", "awaiting"]
    view = case_view(case, public=False)
    assert [s.gist for t in view.statements for s in t.statements] == [STORY[0][0]]
    assert third.claims.filter(may_be_shown=True).count() == 0


def test_claims_added_to_the_call_follow_its_day_and_its_office(case: Case, rustam: Member) -> None:
    inquiry = log_inquiry(case, attempt(hours=14, office=an_office(case), spoke_with="a guard"), rustam)
    person = PersonAtRisk.objects.create(case=case, kind="person")
    told = add_claim(person, "liberty", "released", rustam, inquiry=inquiry)
    own = add_claim(
        person, "life", "well", rustam, inquiry=inquiry, said_at="2026-03-01", asserted_by="a cook"
    )
    correct_inquiry(inquiry, attempt(hours=72, office=inquiry.office, spoke_with="its head"), rustam)
    told.refresh_from_db()
    own.refresh_from_db()
    assert (told.said_at, told.asserted_by) == ("2026-03-05", "its head, Remand prison, Aqtau")
    assert (own.said_at, own.asserted_by) == ("2026-03-01", "a cook")
    moved = Revision.objects.get(record=f"claim {told.pk}", entry__act="inquiry.claims_moved")
    assert (moved.before["said_at"], moved.after["said_at"]) == ("2026-03-03", "2026-03-05")
    assert not Revision.objects.filter(record=f"claim {own.pk}").exists()
