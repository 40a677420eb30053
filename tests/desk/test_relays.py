"""The call relay, at the desk."""

import re

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone

from tests.cases.asking import CANARY, a_case, a_number, an_office
from tests.cases.relay.test_relay import DAY, _a_turn_now
from tests.desk.test_inquiries import at, filled, page_of, words
from tocsin.cases.models import Case, Claim, Relay, RelayCaller
from tocsin.cases.relay.log_call import log_call
from tocsin.members.models import Member


@pytest.fixture
def case(dana: Member, rustam: Member) -> Case:
    return a_case(dana, rustam)


def opened(client: Client, case: Case, by: Member) -> Relay:
    a_number(an_office(case), by)
    sent = filled(page_of(client, at(case, "relays")), at(case, "relay_new"))
    sent |= {"question": "Where is the lawyer?", "first_day": DAY.isoformat(), "last_day": DAY.isoformat()}
    del sent["callers_see_names"]
    client.post(at(case, "relay_new"), sent)
    return Relay.objects.get()


def test_without_a_confirmed_number_no_relay_is_offered(case: Case, rustam_at_desk: Client) -> None:
    a_number(an_office(case), by=None)
    page = page_of(rustam_at_desk, at(case, "relays"))
    assert "No office of this case has a phone number that is confirmed" in words(page)
    assert page.find("form", action=at(case, "relay_new")) is None


def test_a_relay_keeps_the_hours_of_the_office(case: Case, rustam: Member, rustam_at_desk: Client) -> None:
    relay = opened(rustam_at_desk, case, rustam)
    assert (relay.zone, relay.starts_at.isoformat(), relay.ends_at.isoformat()) == (
        "Asia/Aqtau",
        "2095-03-01T04:00:00+00:00",
        "2095-03-01T07:00:00+00:00",
    )
    page = page_of(rustam_at_desk, at(case, "relay_desk", relay.pk))
    assert [words(turn) for turn in page.select(".turn")[:2]] == ["09:00 free", "09:15 free"]
    assert "12 turns free" in words(page)


def test_a_question_with_a_withheld_name_comes_back_with_the_reason(
    case: Case, rustam: Member, rustam_at_desk: Client
) -> None:
    a_number(an_office(case), rustam)
    sent = filled(page_of(rustam_at_desk, at(case, "relays")), at(case, "relay_new"))
    del sent["callers_see_names"]
    answer = rustam_at_desk.post(at(case, "relay_new"), {**sent, "question": f"Where is {CANARY}?"})
    assert answer.status_code == 422
    assert "The question holds a name that is withheld" in words(BeautifulSoup(answer.content, "lxml"))


def test_a_link_is_shown_once(case: Case, rustam: Member, rustam_at_desk: Client) -> None:
    relay = opened(rustam_at_desk, case, rustam)
    answer = rustam_at_desk.post(at(case, "relay_invite", relay.pk), {"called": "Vera"})
    link = BeautifulSoup(answer.content, "lxml").select_one("#link")["value"]
    assert re.search(r"/relay/[\w-]{24}/$", link)
    again = rustam_at_desk.get(at(case, "relay_desk", relay.pk)).content.decode()
    assert link not in again
    assert "Vera" in again
    wrong = rustam_at_desk.post(at(case, "relay_invite", relay.pk), {"called": "vera@example.org"})
    assert (wrong.status_code, RelayCaller.objects.count()) == (422, 1)


def test_what_callers_log_is_seen_and_reviewed(case: Case, rustam: Member, rustam_at_desk: Client) -> None:
    relay = opened(rustam_at_desk, case, rustam)
    log_call(
        _a_turn_now(relay, rustam), "answered", timezone.now(), said="She is not here", spoke_with="a guard"
    )
    page = page_of(rustam_at_desk, at(case, "relay_desk", relay.pk))
    assert "She is not here" in words(page)
    assert "waiting for review" in words(page)
    form = page.find("form", action=re.compile(r"/statements/\d+/review$"))
    answer = rustam_at_desk.post(
        form["action"], {"accept": "1", "next": form.find("input", attrs={"name": "next"})["value"]}
    )
    assert answer.headers["Location"].startswith(at(case, "relay_desk", relay.pk))
    assert Claim.objects.get(predicate="gist").state == "accepted"


def test_a_relay_is_stopped_and_a_link_ended(case: Case, rustam: Member, rustam_at_desk: Client) -> None:
    relay = opened(rustam_at_desk, case, rustam)
    rustam_at_desk.post(at(case, "relay_invite", relay.pk), {"called": "Vera"})
    caller = RelayCaller.objects.get()
    rustam_at_desk.post(at(case, "relay_caller_end", relay.pk, caller.pk))
    assert "link ended" in words(page_of(rustam_at_desk, at(case, "relay_desk", relay.pk)))
    rustam_at_desk.post(at(case, "relay_stop", relay.pk))
    page = page_of(rustam_at_desk, at(case, "relay_desk", relay.pk))
    assert "stopped" in words(page)
    assert page.find("form", action=at(case, "relay_invite", relay.pk)) is None


def test_a_contributor_sees_a_relay_and_runs_none(
    case: Case, rustam: Member, rustam_at_desk: Client, dana_at_desk: Client
) -> None:
    relay = opened(rustam_at_desk, case, rustam)
    assert page_of(dana_at_desk, at(case, "relay_desk", relay.pk)).select(".turn")
    for name in ("relay_invite", "relay_stop"):
        assert dana_at_desk.post(at(case, name, relay.pk)).status_code == 403


def test_a_relay_of_another_case_is_out_of_reach(case: Case, rustam: Member, rustam_at_desk: Client) -> None:
    relay = opened(rustam_at_desk, a_case(rustam, slug="other"), rustam)
    assert rustam_at_desk.get(at(case, "relay_desk", relay.pk)).status_code == 404
    assert rustam_at_desk.post(at(case, "relay_stop", relay.pk)).status_code == 404
