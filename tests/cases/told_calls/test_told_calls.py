"""What supporters tell of their calls: stored once, counted nowhere before a reviewer has taken it into the log."""

from uuid import UUID, uuid4

import pytest
from django.core.exceptions import PermissionDenied

from tests import cast
from tests.cases.asking import a_case, a_number, an_office
from tocsin.cases.inquiries.offices import asked_offices
from tocsin.cases.inquiries.statements import statements_of
from tocsin.cases.models import Case, Claim, Inquiry, ToldCall
from tocsin.cases.told_calls import tell
from tocsin.cases.told_calls.decide import leave_out_calls, take_calls
from tocsin.cases.told_calls.tell import TooMany, add_said, call_told, tell_call
from tocsin.cases.told_calls.waiting import told_by_office
from tocsin.directory.models import Channel, ContactPoint
from tocsin.members.models import Member

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(rustam: Member) -> Case:
    return a_case(rustam)


@pytest.fixture
def point(case: Case, rustam: Member) -> ContactPoint:
    return a_number(an_office(case), rustam)


def told(
    case: Case, point: ContactPoint, outcome: str = "answered", said: str = "", key: UUID | None = None
) -> ToldCall:
    call = tell_call(case, point, outcome, key or uuid4())
    assert call is not None
    if said:
        add_said(call, said)
        call.refresh_from_db()
    return call


def test_a_call_is_stored_once_and_is_no_inquiry(case: Case, point: ContactPoint) -> None:
    key = uuid4()
    assert told(case, point, key=key) == told(case, point, "refused", key=key)
    assert [call.outcome for call in ToldCall.objects.all()] == ["answered"]
    assert (Inquiry.objects.count(), Claim.objects.filter(inquiry__isnull=False).count()) == (0, 0)
    assert [asked.last for asked in asked_offices(case)] == [None]


def test_only_outcomes_of_a_call_to_a_number_are_taken(case: Case, point: ContactPoint) -> None:
    assert tell_call(case, point, "waiting", uuid4()) is None
    assert tell_call(case, point, "<b>", uuid4()) is None
    point.channel = Channel.FAX
    assert tell_call(case, point, "answered", uuid4()) is None
    assert ToldCall.objects.count() == 0


def test_words_are_added_once_and_never_where_nobody_was_there(case: Case, point: ContactPoint) -> None:
    call = told(case, point, said="She is   held\nhere")
    add_said(call, "Something else")
    call.refresh_from_db()
    assert call.said == "She is held here"
    assert told(case, point, "no_answer", said="Nobody spoke").said == ""


def test_a_moment_later_nothing_can_be_added(case: Case, point: ContactPoint) -> None:
    call = told(case, point)
    assert call_told(case, call.key) == call
    ToldCall.objects.update(told_at=call.told_at - tell.MAY_ADD)
    assert call_told(case, call.key) is None


def test_a_flood_about_one_office_leaves_the_others_open(
    case: Case, point: ContactPoint, rustam: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tell, "MOST_WAITING", 2)
    for _ in range(2):
        told(case, point)
    with pytest.raises(TooMany):
        told(case, point)
    told(case, a_number(an_office(case, "Police, Aqtau"), rustam, "+77292500102"))


def test_taken_into_the_log_it_is_an_inquiry_and_its_words_wait_to_be_shown(
    case: Case, point: ContactPoint, rustam: Member
) -> None:
    call = told(case, point, "refused", said="We tell nobody")
    assert take_calls(case, [call.pk], rustam) == 1
    [inquiry] = Inquiry.objects.all()
    assert (inquiry.outcome, inquiry.channel, inquiry.asked_by) == ("refused", "phone", "a supporter")
    assert (inquiry.asked_at, inquiry.office) == (call.told_at, point.office)
    [said] = statements_of(inquiry)
    assert (said.gist, said.state) == ("We tell nobody", "accepted")
    assert not Claim.objects.filter(inquiry=inquiry, may_be_shown=True).exists()
    assert take_calls(case, [call.pk], rustam) == 0
    assert Inquiry.objects.count() == 1


def test_left_out_its_words_are_gone(case: Case, point: ContactPoint, rustam: Member) -> None:
    call = told(case, point, said="Something vile")
    assert leave_out_calls(case, [call.pk], rustam) == 1
    call.refresh_from_db()
    assert (call.state, call.said, Inquiry.objects.count()) == ("left_out", "", 0)


def test_a_wrong_number_changes_nothing_before_a_reviewer_says_so(
    case: Case, point: ContactPoint, rustam: Member
) -> None:
    a_number(point.office, rustam, "+77292500109")
    call = told(case, point, "wrong_number")
    point.refresh_from_db()
    assert (point.dead_reported_at, point.state) == (None, "confirmed")
    assert told_by_office(case)[0].dead == ((point, 1),)
    take_calls(case, [call.pk], rustam)
    point.refresh_from_db()
    assert (point.state, point.is_usable) == ("reported_dead", True)
    assert [p.value for p in ContactPoint.objects.exclude(dead_reported_at=None)] == [point.value]


def test_they_stand_by_office_the_most_told_first(case: Case, point: ContactPoint, rustam: Member) -> None:
    told(case, point)
    police = a_number(an_office(case, "Police, Aqtau"), rustam, "+77292500102")
    for outcome in ("refused", "hung_up", "refused"):
        told(case, police, outcome)
    found = told_by_office(case)
    assert [each.office for each in found] == [police.office, point.office]
    assert found[0].counts == (("refused to say", 2), ("hung up", 1))


def test_only_a_reviewer_on_the_case_decides_and_only_of_her_case(
    case: Case, point: ContactPoint, rustam: Member
) -> None:
    call = told(case, point)
    with pytest.raises(PermissionDenied):
        take_calls(case, [call.pk], cast.member("Dana"))
    other = a_case(rustam, slug="other")
    assert take_calls(other, [call.pk], rustam) == 0
    assert leave_out_calls(other, [call.pk], rustam) == 0
