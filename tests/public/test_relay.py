"""A volunteer's personal link."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone
from tests.cases.asking import CANARY, NUMBER, a_case, a_number, an_office, attempt
from tests.cases.relay.test_relay import TEN, a_plan
from tests.desk.test_inquiries import words

from tocsin.cases.freeze import freeze
from tocsin.cases.inquiries.log_inquiry import log_inquiry
from tocsin.cases.inquiries.review import accept_statement, leave_out_statement
from tocsin.cases.inquiries.withdraw import restore_inquiry, withdraw_inquiry
from tocsin.cases.judge_claim import accept_claim
from tocsin.cases.models import Case, Claim, Inquiry, Relay, RelayTurn, Subject
from tocsin.cases.relay.invite import invite
from tocsin.cases.relay.log_call import log_call
from tocsin.cases.relay.open_relay import open_relay, stop_relay
from tocsin.members.models import Member


@pytest.fixture
def case(rustam: Member) -> Case:
    return a_case(rustam)


@pytest.fixture
def relay(case: Case, rustam: Member) -> Relay:
    return open_relay(case, a_plan(a_number(an_office(case), rustam)), rustam)


@pytest.fixture
def link(relay: Relay, rustam: Member) -> str:
    return f"/relay/{invite(relay, 'Vera', rustam)}/"


@pytest.fixture
def phone() -> Client:
    """A telephone that keeps no cookie and is asked for its token, were there one."""
    return Client(enforce_csrf_checks=True)


def page(client: Client, address: str, status: int = 200) -> BeautifulSoup:
    answer = client.get(address)
    assert answer.status_code == status
    assert list(client.cookies) == []
    assert (answer.headers["Cache-Control"], answer.headers["X-Robots-Tag"]) == (
        "no-store",
        "noindex, nofollow",
    )
    return BeautifulSoup(answer.content, "lxml")


def begun_now(relay: Relay, **more: datetime) -> RelayTurn:
    """A turn of the caller that runs at this moment."""
    start = timezone.now() - timedelta(minutes=1)
    return RelayTurn.objects.create(relay=relay, caller=relay.callers.get(), starts_at=start, **more)


def test_the_risk_is_told_first(link: str, phone: Client) -> None:
    first = page(phone, link)
    assert "live in or have ties to Kazakhstan" in words(first)
    risk = page(phone, link + "?ties=yes")
    assert "A call may put you at risk" in words(risk)
    for shown in (first, risk):
        assert NUMBER not in str(shown)
        assert "lawyer of the union" not in words(shown)
    assert "Take a turn" in words(page(phone, link + "?ties=no"))
    assert "Take a turn" in words(page(phone, link + "?ties=told"))


def test_she_takes_a_turn_and_gives_it_back(relay: Relay, link: str, phone: Client) -> None:
    shown = page(phone, link + "?ties=no")
    times = [b.get_text() for b in shown.select('button[name="take"]')]
    assert (times[:2], len(times)) == (["10:00", "10:15"], 16)
    answer = phone.post(link, {"take": shown.select_one('button[name="take"]')["value"]})
    assert answer.headers["Location"] == f"{link}?ties=told"
    assert RelayTurn.objects.get().starts_at == TEN
    held = words(page(phone, link))
    assert "Your turn: Tuesday, 1 March 2095, 10:00 by the clock of Aqtau" in held
    assert "Take a turn" not in held
    phone.post(link, {"give_back": "1"})
    assert RelayTurn.objects.count() == 0


def test_a_turn_that_somebody_took_meanwhile_says_so(
    relay: Relay, link: str, rustam: Member, phone: Client
) -> None:
    other = f"/relay/{invite(relay, 'Omar', rustam)}/"
    phone.post(other, {"take": TEN.isoformat()})
    answer = phone.post(link, {"take": TEN.isoformat()})
    assert answer.status_code == 422
    assert "Somebody was quicker" in words(BeautifulSoup(answer.content, "lxml"))


def test_the_number_is_shown_in_her_turn_alone(relay: Relay, link: str, phone: Client) -> None:
    turn = begun_now(relay)
    waiting = page(phone, link)
    assert NUMBER not in str(waiting)
    phone.post(link, {"begin": "1"})
    turn.refresh_from_db()
    assert turn.begun_at is not None
    assert page(phone, link).select_one(f'a[href="tel:{NUMBER}"]')


def test_two_taps_log_the_call_and_a_third_changes_nothing(relay: Relay, link: str, phone: Client) -> None:
    turn = begun_now(relay, begun_at=timezone.now())
    for _ in range(2):
        after = phone.post(link, {"turn": str(turn.pk), "outcome": "answered"}).headers["Location"]
    assert "What did they say?" in words(page(phone, after))
    for _ in range(2):
        said = {"turn": str(turn.pk), "words": "1", "said": "They took her away", "spoke_with": "a guard"}
        after = phone.post(link, said).headers["Location"]
    done = page(phone, after)
    assert "Thank you" in words(done)
    assert "Another turn?" in words(done)
    [inquiry] = Inquiry.objects.all()
    assert (inquiry.outcome, inquiry.spoke_with, inquiry.said) == (
        "answered",
        "a guard",
        "They took her away",
    )
    claims = Claim.objects.filter(inquiry=inquiry)
    assert [(c.predicate, c.value, c.state) for c in claims.order_by("pk")] == [
        ("speaker", "a guard, Remand prison, Aqtau", "awaiting"),
        ("gist", "They took her away", "awaiting"),
    ]


def test_the_words_of_a_refusal_take_the_place_of_the_question(
    relay: Relay, link: str, phone: Client
) -> None:
    turn = begun_now(relay, begun_at=timezone.now())
    phone.post(link, {"turn": str(turn.pk), "outcome": "refused"})
    phone.post(link, {"turn": str(turn.pk), "words": "1", "said": "Who took her"})
    standing = Claim.objects.filter(withdrawn_at=None, predicate="gist")
    assert [(c.value, c.stance) for c in standing] == [("Who took her", "refuses")]


@pytest.mark.parametrize(
    ("decide", "state"), [(accept_statement, "accepted"), (leave_out_statement, "rejected")]
)
def test_words_that_come_after_a_reviewer_decided_stand_beside_and_wait(
    relay: Relay,
    link: str,
    rustam: Member,
    phone: Client,
    decide: Callable[[Subject, Member], None],
    state: str,
) -> None:
    turn = begun_now(relay, begun_at=timezone.now())
    phone.post(link, {"turn": str(turn.pk), "outcome": "refused"})
    decide(Claim.objects.get(predicate="gist").subject, rustam)
    for _ in range(2):
        phone.post(
            link, {"turn": str(turn.pk), "words": "1", "said": "Who took her", "spoke_with": "a guard"}
        )
    standing = Claim.objects.filter(inquiry__isnull=False, withdrawn_at=None).order_by("pk")
    assert [(c.predicate, c.value, c.state) for c in standing if c.predicate != "refused"] == [
        ("speaker", "Remand prison, Aqtau", state),
        ("gist", relay.question, state),
        ("speaker", "a guard, Remand prison, Aqtau", "awaiting"),
        ("gist", "Who took her", "awaiting"),
    ]
    inquiry = Inquiry.objects.get()
    assert (inquiry.spoke_with, inquiry.said) == ("a guard", f"{relay.question}\nWho took her")


def test_words_about_a_call_that_was_withdrawn_come_back_with_it(
    relay: Relay, link: str, rustam: Member, phone: Client
) -> None:
    turn = begun_now(relay, begun_at=timezone.now())
    phone.post(link, {"turn": str(turn.pk), "outcome": "answered"})
    withdraw_inquiry(Inquiry.objects.get(), rustam)
    for _ in range(2):
        phone.post(
            link, {"turn": str(turn.pk), "words": "1", "said": "She was moved", "spoke_with": "a guard"}
        )
    inquiry = Inquiry.objects.get()
    assert (inquiry.spoke_with, inquiry.said) == ("a guard", "She was moved")
    assert Claim.objects.filter(inquiry=inquiry, withdrawn_at=None).count() == 0
    restore_inquiry(inquiry, rustam)
    gist = Claim.objects.get(inquiry=inquiry, withdrawn_at=None, predicate="gist")
    assert (gist.value, gist.state) == ("She was moved", "awaiting")


def test_where_nobody_answered_there_is_nothing_to_add(relay: Relay, link: str, phone: Client) -> None:
    turn = begun_now(relay, begun_at=timezone.now())
    after = phone.post(link, {"turn": str(turn.pk), "outcome": "no_answer"}).headers["Location"]
    assert "What did they say?" not in words(page(phone, after))


def test_the_last_answer_is_shown_without_a_withheld_name(
    relay: Relay, link: str, rustam: Member, phone: Client
) -> None:
    told = attempt(office=relay.office, said=f"{CANARY} was released", spoke_with=f"cousin of {CANARY}")
    log_inquiry(relay.case, told, rustam)
    shown = page(phone, link + "?ties=no")
    assert "[name withheld] was released" in words(shown)
    for part in CANARY.split():
        assert part not in str(shown)
    Relay.objects.filter(pk=relay.pk).update(callers_see_names=True)
    assert f"{CANARY} was released" in words(page(phone, link + "?ties=no"))


UNKNOWN = "Zarina Ostrowhelm"  # a name that no report and no mask knows


def test_what_another_volunteer_wrote_down_waits_for_a_reviewer(
    relay: Relay, link: str, rustam: Member, phone: Client
) -> None:
    log_inquiry(relay.case, attempt(office=relay.office, said="She is in the hospital"), rustam)
    turn = begun_now(relay, begun_at=timezone.now())
    told = log_call(turn, "answered", timezone.now(), said=f"{UNKNOWN} informs us", spoke_with=UNKNOWN)
    other = f"/relay/{invite(relay, 'Omar', rustam)}/"
    for address in (link, other):
        shown = page(phone, address + "?ties=no")
        assert all(part not in str(shown) for part in UNKNOWN.split())
        assert "She is in the hospital" in words(shown)
        assert re.search(r"Last called \d+ \w+ \d+, \d\d:\d\d: answered\.", words(shown))
    accept_claim(Claim.objects.get(inquiry=told, predicate="gist"), rustam)
    shown = page(phone, other + "?ties=no")
    assert f"{UNKNOWN} informs us" in words(shown)
    assert "Last called" not in words(shown)


@pytest.mark.parametrize("outcome", ["no_answer", "refused"])
def test_a_call_without_an_accepted_word_is_told_by_its_outcome(
    relay: Relay, link: str, phone: Client, outcome: str
) -> None:
    turn = begun_now(relay, begun_at=timezone.now())
    inquiry = log_call(turn, outcome, timezone.now())
    assert f": {inquiry.get_outcome_display()}." in words(page(phone, link + "?ties=no"))


def test_an_ended_link_shows_one_sentence_and_does_nothing(
    relay: Relay, link: str, rustam: Member, phone: Client
) -> None:
    turn = begun_now(relay, begun_at=timezone.now())
    made_up = words(page(phone, "/relay/made-up/", 410).main)
    assert made_up.startswith("This link leads nowhere any more.")
    assert made_up.endswith("Ask whoever invited you for a new one.")
    freeze(relay.case, rustam)
    shown = page(phone, link, 410)
    assert words(shown.main) == "The calls have stopped. Thank you."
    assert NUMBER not in str(shown)
    assert phone.post(link, {"turn": str(turn.pk), "outcome": "answered"}).status_code == 410
    assert Inquiry.objects.count() == 0


def test_a_stopped_and_an_over_relay_say_so(relay: Relay, link: str, rustam: Member, phone: Client) -> None:
    stop_relay(relay, rustam)
    assert words(page(phone, link, 410).main) == "The calls have stopped. Thank you."
    Relay.objects.filter(pk=relay.pk).update(stopped_at=None, ends_at=timezone.now() - timedelta(hours=1))
    assert words(page(phone, link, 410).main) == "The calls are over. Thank you."


def test_the_turn_of_another_is_not_hers_to_log(
    relay: Relay, link: str, rustam: Member, phone: Client
) -> None:
    turn = begun_now(relay, begun_at=timezone.now())
    other = f"/relay/{invite(relay, 'Omar', rustam)}/"
    for sent in ({"outcome": "answered"}, {"words": "1", "said": "x"}, {"outcome": "answered", "turn": "x"}):
        phone.post(other, {"turn": str(turn.pk), **sent})
    assert Inquiry.objects.count() == 0


@pytest.mark.parametrize("sent", [{}, {"take": "soon"}, {"take": "2095-03-01T10:00:00"}, {"begin": "1"}])
def test_what_no_form_of_ours_sends_does_nothing(
    relay: Relay, link: str, phone: Client, sent: dict[str, str]
) -> None:
    assert phone.post(link, sent).status_code == 302
    assert RelayTurn.objects.count() == 0
