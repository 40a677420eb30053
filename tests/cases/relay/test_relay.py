"""The call relay: opening, inviting, taking turns, logging, ending, forgetting."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from threading import Barrier
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.utils import timezone

from tests import cast
from tests.cases.asking import CANARY, a_case, a_number, an_office, attempt, person_of
from tocsin.cases.freeze import freeze
from tocsin.cases.inquiries.log_inquiry import log_inquiry
from tocsin.cases.models import Case, Claim, Inquiry, Relay, RelayCaller, RelayTurn
from tocsin.cases.queries import case_view
from tocsin.cases.relay.access import Called, Ended, caller_of
from tocsin.cases.relay.erase import KEPT, erase_callers
from tocsin.cases.relay.errors import CannotCall
from tocsin.cases.relay.invite import end_link, invite
from tocsin.cases.relay.log_call import log_call
from tocsin.cases.relay.open_relay import Plan, open_relay, stop_relay
from tocsin.cases.relay.queries import last_answer, relay_view
from tocsin.cases.relay.take_turn import begin_turn, give_back, take_turn
from tocsin.cases.relay.turns import starts, turn_of
from tocsin.directory.models import ContactPoint
from tocsin.directory.retire_contact import retire_contact
from tocsin.members.models import AuditEntry, Member

DAY = date(2095, 3, 1)
# Ten o'clock in Aqtau.
TEN = datetime(2095, 3, 1, 5, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
QUARTER = 15 * MINUTE


@pytest.fixture
def case(rustam: Member) -> Case:
    return a_case(rustam)


@pytest.fixture
def point(case: Case, rustam: Member) -> ContactPoint:
    return a_number(an_office(case), rustam)


def a_plan(point: ContactPoint, **more: Any) -> Plan:
    plan = Plan(
        point=point,
        question="Where is the lawyer of the union?",
        first_day=DAY,
        last_day=DAY + timedelta(days=1),
        opens=time(10),
        closes=time(12),
        zone="Asia/Aqtau",
    )
    return replace(plan, **more)


@pytest.fixture
def relay(case: Case, point: ContactPoint, rustam: Member) -> Relay:
    return open_relay(case, a_plan(point), rustam)


def a_caller(relay: Relay, by: Member, called: str = "Vera") -> RelayCaller:
    found = caller_of(invite(relay, called, by), TEN)
    assert isinstance(found, Called)
    return found.caller


def begun(caller: RelayCaller, at: datetime = TEN) -> RelayTurn:
    turn = take_turn(caller, at, at)
    begin_turn(turn, at)
    return turn


def states(relay: Relay, now: datetime) -> list[str]:
    return [slot.state.value for slot in relay_view(relay, now).slots]


def test_turns_are_quarters_of_an_hour_of_each_day_by_the_clock_of_the_office(relay: Relay) -> None:
    local = [f"{start:%d %H:%M}" for start in starts(relay)]
    day = ["10:00", "10:15", "10:30", "10:45", "11:00", "11:15", "11:30", "11:45"]
    assert local == [f"01 {at}" for at in day] + [f"02 {at}" for at in day]
    assert starts(relay)[0] == TEN


def test_an_hour_that_the_clocks_leave_out_has_no_turns(
    case: Case, point: ContactPoint, rustam: Member
) -> None:
    # In 2026 summer time begins in Berlin on 29 March at two; the relay is read, not opened.
    relay = Relay(
        zone="Europe/Berlin",
        opens=time(1, 45),
        closes=time(3, 15),
        starts_at=datetime(2026, 3, 29, 0, 45, tzinfo=UTC),
        ends_at=datetime(2026, 3, 29, 1, 15, tzinfo=UTC),
    )
    assert [f"{start:%H:%M}" for start in starts(relay)] == ["01:45", "03:00"]


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"question": " "}, "Write the question"),
        ({"question": f"Where is {CANARY.split()[1]}?"}, "a name that is withheld"),
        ({"zone": "Mars/Olympus"}, "by whose clock"),
        ({"closes": time(10, 10)}, "at least a quarter of an hour"),
        ({"last_day": DAY - timedelta(days=1)}, "Check the two days"),
        ({"last_day": DAY + timedelta(days=15)}, "Check the two days"),
        ({"first_day": date(2020, 1, 1), "last_day": date(2020, 1, 2)}, "have passed"),
    ],
)
def test_a_plan_that_cannot_be_is_refused(
    case: Case, point: ContactPoint, rustam: Member, wrong: dict[str, Any], words: str
) -> None:
    with pytest.raises(CannotCall, match=words):
        open_relay(case, a_plan(point, **wrong), rustam)
    assert Relay.objects.count() == 0


def test_only_a_confirmed_number_is_given_to_volunteers(
    case: Case, point: ContactPoint, rustam: Member
) -> None:
    printed = a_number(point.office, by=None, value="+77292500999")
    with pytest.raises(CannotCall, match="confirmed in the directory"):
        open_relay(case, a_plan(printed), rustam)


def test_a_contributor_opens_no_relay(case: Case, point: ContactPoint, dana: Member) -> None:
    with pytest.raises(PermissionDenied):
        open_relay(case, a_plan(point), dana)


def test_an_office_is_called_by_one_relay_at_a_time(
    relay: Relay, point: ContactPoint, rustam: Member
) -> None:
    other = a_case(rustam, slug="other")
    with pytest.raises(CannotCall, match="in these hours already"):
        open_relay(other, a_plan(point, opens=time(11, 45), closes=time(13)), rustam)
    assert open_relay(other, a_plan(point, opens=time(12), closes=time(13)), rustam).pk
    stop_relay(relay, rustam)
    assert open_relay(other, a_plan(point), rustam).pk


def test_only_the_hash_of_a_link_is_kept_and_no_name_in_the_trail(relay: Relay, rustam: Member) -> None:
    token = invite(relay, " Vera ", rustam)
    stored = RelayCaller.objects.values().get()
    assert stored["called"] == "Vera"
    assert token not in str(stored)
    assert all(word not in str(e.detail) for e in AuditEntry.objects.all() for word in (token, "Vera"))


@pytest.mark.parametrize("called", ["vera@example.org", "Vera 0047 22 33 44 55"])
def test_nothing_but_a_first_name_is_taken_down(relay: Relay, rustam: Member, called: str) -> None:
    with pytest.raises(CannotCall, match="first name or nickname only"):
        invite(relay, called, rustam)


def test_a_link_ends_with_the_relay_the_case_the_number_and_itself(
    relay: Relay, point: ContactPoint, rustam: Member
) -> None:
    token, other = invite(relay, "Vera", rustam), invite(relay, "", rustam)
    assert isinstance(caller_of(token, TEN), Called)
    assert caller_of("made up", TEN) == Ended.UNKNOWN
    assert caller_of(token, relay.ends_at + timedelta(hours=1)) == Ended.OVER
    found = caller_of(other, TEN)
    assert isinstance(found, Called)
    end_link(found.caller, rustam)
    assert caller_of(other, TEN) == Ended.UNKNOWN
    retire_contact(point, rustam, "changed")
    assert caller_of(token, TEN) == Ended.STOPPED


@pytest.mark.parametrize("stops", [stop_relay, lambda relay, by: freeze(relay.case, by)])
def test_stopping_and_freezing_stop_every_link(
    relay: Relay, rustam: Member, stops: Callable[[Relay, Member], None]
) -> None:
    token = invite(relay, "Vera", rustam)
    stops(relay, rustam)
    assert caller_of(token, TEN) == Ended.STOPPED


def test_a_turn_is_taken_once_and_she_holds_one(relay: Relay, rustam: Member) -> None:
    vera, omar = a_caller(relay, rustam), a_caller(relay, rustam, "Omar")
    turn = take_turn(vera, TEN, TEN - MINUTE)
    assert take_turn(vera, TEN, TEN - MINUTE) == turn
    with pytest.raises(CannotCall, match="Somebody was quicker"):
        take_turn(omar, TEN, TEN - MINUTE)
    with pytest.raises(CannotCall, match="have a turn already"):
        take_turn(vera, TEN + QUARTER, TEN)
    give_back(turn)
    assert take_turn(omar, TEN, TEN).caller == omar


@pytest.mark.parametrize("at", [TEN + 7 * MINUTE, TEN - QUARTER, TEN + timedelta(hours=3)])
def test_what_is_no_turn_is_not_taken(relay: Relay, rustam: Member, at: datetime) -> None:
    with pytest.raises(CannotCall, match="has passed"):
        take_turn(a_caller(relay, rustam), at, TEN)


@pytest.mark.django_db(transaction=True)
def test_of_two_volunteers_in_the_same_moment_one_has_the_turn() -> None:
    rustam = cast.member("Rustam")
    case = a_case(rustam)
    relay = open_relay(case, a_plan(a_number(an_office(case), rustam)), rustam)
    callers = [a_caller(relay, rustam, name) for name in ("Vera", "Omar")]
    start = Barrier(2)

    def take(caller: RelayCaller) -> str:
        start.wait()
        try:
            return take_turn(caller, TEN, TEN).caller.called
        except CannotCall as error:
            return str(error)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(take, callers))
    assert sum(answer.startswith("Somebody was quicker") for answer in answers) == 1
    assert RelayTurn.objects.get().caller.called in answers


@pytest.mark.django_db(transaction=True)
def test_a_double_tap_in_the_same_moment_logs_once() -> None:
    rustam = cast.member("Rustam")
    case = a_case(rustam)
    relay = open_relay(case, a_plan(a_number(an_office(case), rustam)), rustam)
    start = Barrier(2)
    Relay.objects.filter(pk=relay.pk).update(zone="Asia/Aqtau")
    turn = _a_turn_now(relay, rustam)

    def tap(_: int) -> int:
        start.wait()
        try:
            return log_call(turn, "answered", timezone.now(), said="She is not here").pk
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        assert len(set(pool.map(tap, range(2)))) == 1
    assert (Inquiry.objects.count(), Claim.objects.filter(predicate="gist").count()) == (1, 1)


def _a_turn_now(relay: Relay, by: Member) -> RelayTurn:
    """A turn that began a minute ago by the real clock, by which calls are dated."""
    now = timezone.now() - MINUTE
    return RelayTurn.objects.create(relay=relay, caller=a_caller(relay, by), starts_at=now, begun_at=now)


def test_a_turn_begins_in_its_quarter_alone(relay: Relay, rustam: Member) -> None:
    turn = take_turn(a_caller(relay, rustam), TEN, TEN - MINUTE)
    with pytest.raises(CannotCall, match="not come yet"):
        begin_turn(turn, TEN - MINUTE)
    with pytest.raises(CannotCall, match="is over"):
        begin_turn(turn, TEN + QUARTER)
    begin_turn(turn, TEN + 14 * MINUTE)
    begin_turn(turn, TEN + 14 * MINUTE)
    assert turn.begun_at == TEN + 14 * MINUTE


def test_a_turn_that_is_not_used_becomes_free(relay: Relay, rustam: Member) -> None:
    vera, omar = a_caller(relay, rustam), a_caller(relay, rustam, "Omar")
    late = take_turn(vera, TEN, TEN - MINUTE)
    with pytest.raises(CannotCall, match="Somebody was quicker"):
        take_turn(omar, TEN, TEN + 4 * MINUTE)
    assert states(relay, TEN + 5 * MINUTE)[0] == "free"
    assert take_turn(omar, TEN, TEN + 5 * MINUTE).caller == omar
    with pytest.raises(CannotCall, match="somebody else took the turn"):
        begin_turn(late, TEN + 6 * MINUTE)


def test_one_that_has_begun_is_not_taken_over(relay: Relay, rustam: Member) -> None:
    begun(a_caller(relay, rustam))
    with pytest.raises(CannotCall, match="Somebody was quicker"):
        take_turn(a_caller(relay, rustam, "Omar"), TEN, TEN + 10 * MINUTE)


def test_who_missed_her_turn_may_take_another(relay: Relay, rustam: Member) -> None:
    vera = a_caller(relay, rustam)
    take_turn(vera, TEN, TEN)
    assert turn_of(vera, TEN + QUARTER) is None
    assert take_turn(vera, TEN + QUARTER, TEN + QUARTER).starts_at == TEN + QUARTER
    assert states(relay, TEN + QUARTER)[:3] == ["missed", "taken", "free"]


def test_an_answer_is_a_dated_claim_that_waits_for_review(relay: Relay, rustam: Member) -> None:
    turn = _a_turn_now(relay, rustam)
    inquiry = log_call(turn, "answered", timezone.now(), said="She is not here", spoke_with="a guard")
    assert (inquiry.logged_by, inquiry.asked_at, inquiry.office, inquiry.asked_by) == (
        None,
        turn.begun_at,
        relay.office,
        "a volunteer of the call relay",
    )
    claims = Claim.objects.filter(inquiry=inquiry)
    assert {c.state for c in claims} == {"awaiting"}
    assert claims.get(predicate="gist").said_at == turn.begun_at.astimezone(
        starts(relay)[0].tzinfo
    ).isoformat(timespec="seconds")
    assert case_view(relay.case, public=False).statements == ()
    assert log_call(turn, "refused", timezone.now()) == inquiry
    assert Inquiry.objects.count() == 1


def test_a_refusal_without_words_refuses_the_question(relay: Relay, rustam: Member) -> None:
    inquiry = log_call(_a_turn_now(relay, rustam), "refused", timezone.now())
    gist = Claim.objects.get(inquiry=inquiry, predicate="gist")
    assert (gist.value, gist.stance) == (relay.question, "refuses")


def test_only_the_call_of_a_turn_that_has_begun_is_logged(relay: Relay, rustam: Member) -> None:
    turn = take_turn(a_caller(relay, rustam), TEN, TEN)
    with pytest.raises(CannotCall, match="logged no more"):
        log_call(turn, "answered", TEN)
    begin_turn(turn, TEN)
    for outcome, at in (("smiled", TEN), ("answered", TEN + timedelta(hours=1))):
        with pytest.raises(CannotCall):
            log_call(turn, outcome, at)
    assert Inquiry.objects.count() == 0


def test_a_withheld_name_is_left_out_for_callers_unless_somebody_said_otherwise(
    relay: Relay, rustam: Member
) -> None:
    told = attempt(office=relay.office, said=f"{CANARY} was released", about=person_of(relay.case))
    log_inquiry(relay.case, told, rustam)
    answer = last_answer(relay)
    assert answer is not None
    assert answer.gist == "[name withheld] was released"
    relay.callers_see_names = True
    answer = last_answer(relay)
    assert answer is not None
    assert answer.gist == f"{CANARY} was released"


def test_thirty_days_after_the_end_nothing_of_a_volunteer_is_left(relay: Relay, rustam: Member) -> None:
    token = invite(relay, "Vera", rustam)
    found = caller_of(token, TEN)
    assert isinstance(found, Called)
    take_turn(found.caller, TEN, TEN)
    hashed = found.caller.token_hash
    erase_callers({}, relay.ends_at + KEPT - MINUTE)
    assert RelayCaller.objects.get().called == "Vera"
    for _ in range(2):
        erase_callers({}, relay.ends_at + KEPT)
    left = RelayCaller.objects.values("called", "token_hash").get()
    assert left["called"] == ""
    assert hashed not in left["token_hash"]
    assert RelayTurn.objects.count() == 1
    assert caller_of(token, TEN) == Ended.UNKNOWN


def test_a_relay_that_was_stopped_is_over_for_that(relay: Relay, rustam: Member) -> None:
    invite(relay, "Vera", rustam)
    stop_relay(relay, rustam)
    erase_callers({}, timezone.now() + KEPT + MINUTE)
    assert RelayCaller.objects.get().called == ""
    with pytest.raises(CannotCall, match="is over"):
        invite(relay, "Omar", rustam)


def test_the_trail_tells_of_turns_and_of_no_volunteer(relay: Relay, rustam: Member) -> None:
    vera = a_caller(relay, rustam)
    give_back(take_turn(vera, TEN + QUARTER, TEN))
    begun(vera)
    entries = AuditEntry.objects.filter(subject=f"relay {relay.pk}", member=None).order_by("pk")
    at = [TEN + QUARTER, TEN + QUARTER, TEN, TEN]
    assert [(e.act, e.detail["turn"]) for e in entries] == [
        (act, moment.isoformat())
        for act, moment in zip(
            ["relay.turn_taken", "relay.turn_given_back", "relay.turn_taken", "relay.turn_begun"],
            at,
            strict=True,
        )
    ]
    assert all(set(e.detail) == {"turn"} for e in entries)
