"""Asking offices, at the desk."""

import re
from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.cases.asking import CANARY, NUMBER, a_case, a_number, an_office, attempt, person_of
from tocsin.cases.inquiries.log_inquiry import log_inquiry
from tocsin.cases.models import Case, Claim, Deadline, Inquiry
from tocsin.directory.models import Office
from tocsin.members.models import Member


@pytest.fixture
def case(dana: Member, rustam: Member) -> Case:
    return a_case(dana, rustam)


@pytest.fixture
def prison(case: Case, rustam: Member) -> Office:
    office = an_office(case)
    a_number(office, rustam)
    return office


def at(case: Case, name: str = "inquiries", *more: object) -> str:
    return reverse(name, args=[case.slug, *more])


def page_of(client: Client, address: str) -> BeautifulSoup:
    answer = client.get(address)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "lxml")


def words(page: BeautifulSoup) -> str:
    return " ".join(page.get_text(" ").split())


def filled(page: BeautifulSoup, action: str) -> dict[str, str]:
    """What a browser would send of the form as it stands, without any button."""
    form = page.find("form", action=action)
    sent = {}
    for field in form.select("input[name], select[name], textarea[name]"):
        if field.get("type") == "radio" and not field.has_attr("checked"):
            continue
        chosen = field.select_one("option[selected]") or field.select_one("option")
        sent[field["name"]] = chosen["value"] if field.name == "select" and chosen else field.get("value", "")
    return sent


def test_one_office_and_one_press_log_an_attempt(case: Case, prison: Office, dana_at_desk: Client) -> None:
    page = page_of(dana_at_desk, at(case))
    assert "by the clock of Almaty (UTC+5)" in words(page)
    sent = filled(page, at(case, "inquiry_log"))
    assert sent["office"] == str(prison.pk)
    answer = dana_at_desk.post(at(case, "inquiry_log"), {**sent, "outcome": "no_answer"})
    inquiry = Inquiry.objects.get()
    assert answer.headers["Location"] == f"{at(case)}?at={inquiry.pk}#inquiry-{inquiry.pk}"
    assert (inquiry.office, inquiry.channel, inquiry.outcome) == (prison, "phone", "no_answer")
    assert abs(inquiry.asked_at - timezone.now()) < timedelta(minutes=2)


def test_a_second_press_on_the_same_form_stores_nothing(
    case: Case, prison: Office, dana_at_desk: Client
) -> None:
    sent = filled(page_of(dana_at_desk, at(case)), at(case, "inquiry_log"))
    for _ in range(2):
        dana_at_desk.post(at(case, "inquiry_log"), {**sent, "outcome": "answered", "said": "She is here"})
    assert (Inquiry.objects.count(), Claim.objects.filter(predicate="gist").count()) == (1, 1)


def test_the_moment_is_read_by_the_clock_that_the_form_names(
    case: Case, prison: Office, rustam_at_desk: Client
) -> None:
    sent = filled(page_of(rustam_at_desk, at(case)), at(case, "inquiry_log"))
    sent |= {"day": "2026-03-02", "at": "12:05", "zone": "Asia/Aqtau", "about": str(person_of(case).pk)}
    rustam_at_desk.post(at(case, "inquiry_log"), {**sent, "outcome": "refused", "said": "Where she is"})
    inquiry = Inquiry.objects.get()
    assert inquiry.asked_at.isoformat() == "2026-03-02T07:05:00+00:00"
    assert Claim.objects.get(predicate="gist").said_at == "2026-03-02T12:05:00+05:00"
    page = page_of(rustam_at_desk, at(case))
    assert "2 March 2026, 12:05, Aqtau (UTC+5)" in words(page)


def test_what_is_missing_is_said_and_what_was_typed_stays(case: Case, dana_at_desk: Client) -> None:
    sent = filled(page_of(dana_at_desk, at(case)), at(case, "inquiry_log"))
    answer = dana_at_desk.post(at(case, "inquiry_log"), {**sent, "outcome": "answered", "said": "Gone"})
    page = BeautifulSoup(answer.content, "lxml")
    assert answer.status_code == 422
    assert "Say which office was asked" in words(page)
    assert page.find("input", attrs={"name": "said"})["value"] == "Gone"
    answer = dana_at_desk.post(at(case, "inquiry_log"), {**sent, "outcome": "answered", "day": "yesterday"})
    assert answer.status_code == 422


def test_what_they_told_us_before_is_shown_and_so_is_the_confirmed_number(
    case: Case, prison: Office, rustam: Member, rustam_at_desk: Client
) -> None:
    log_inquiry(case, attempt(office=prison, said="She was released"), rustam)
    form = page_of(rustam_at_desk, at(case)).find("form", action=at(case, "inquiry_log"))
    assert "Told us before, 2 March 2026: She was released" in words(form)
    assert form.select_one(f'a[href="tel:{NUMBER}"]')


def test_an_office_that_was_typed_can_be_chosen_the_next_time(case: Case, dana_at_desk: Client) -> None:
    sent = filled(page_of(dana_at_desk, at(case)), at(case, "inquiry_log"))
    dana_at_desk.post(
        at(case, "inquiry_log"), {**sent, "office_name": "Police Aqtau", "outcome": "no_answer"}
    )
    page = page_of(dana_at_desk, at(case))
    choice = page.find("input", attrs={"name": "office", "value": "name:Police Aqtau"})
    sent = filled(page, at(case, "inquiry_log")) | {"office": choice["value"], "outcome": "hung_up"}
    dana_at_desk.post(at(case, "inquiry_log"), sent)
    assert list(Inquiry.objects.values_list("office_name", "outcome")) == [
        ("Police Aqtau", "no_answer"),
        ("Police Aqtau", "hung_up"),
    ]


def test_two_stories_in_one_call_stand_side_by_side(
    case: Case, prison: Office, rustam: Member, rustam_at_desk: Client
) -> None:
    inquiry = log_inquiry(case, attempt(office=prison, said="She was released"), rustam)
    for stance, said in (("retracts", "They took her away"), ("refuses", "Who took her")):
        rustam_at_desk.post(at(case, "inquiry_say", inquiry.pk), {"said": said, "stance": stance})
    first, second, _third = Claim.objects.filter(predicate="gist").order_by("pk")
    review = at(case, "statement_review", second.subject_id)
    rustam_at_desk.post(review, {"contradicts": str(first.subject_id)})
    page = page_of(rustam_at_desk, at(case))
    [pair] = page.select(".two-stories")
    assert [q.get_text() for q in pair.select("blockquote")] == ["She was released", "They took her away"]
    assert "refuses to say" in words(page).lower()
    rustam_at_desk.post(review, {"agrees": "1"})
    assert page_of(rustam_at_desk, at(case)).select(".two-stories") == []


def test_days_without_an_answer_and_the_next_step_with_its_reason(
    case: Case, rustam: Member, rustam_at_desk: Client
) -> None:
    police = an_office(case, "Police of Aqtau", "police")
    log_inquiry(case, attempt("refused", office=police), rustam)
    page = page_of(rustam_at_desk, at(case))
    days = re.search(r"(\d+) days since the first attempt, 2 March 2026, 1 attempt", words(page))
    assert days is not None
    assert int(days[1]) >= (timezone.now().date() - date(2026, 3, 2)).days
    assert "Ask the prosecutor" in words(page)
    assert "The police would not say." in words(page)
    assert page.select_one("svg.strip")["aria-label"].endswith("refused to say: 1")
    again = page.find("form", action=re.compile("/again$"))
    soon = (timezone.now() + timedelta(days=3)).date()
    for _ in range(2):
        rustam_at_desk.post(again["action"], {"due_on": soon.isoformat()})
    [deadline] = Deadline.objects.all()
    assert (deadline.kind, deadline.due_on, deadline.note) == (
        "ask_again",
        soon,
        "Police of Aqtau: Ask the prosecutor",
    )
    assert "You will be reminded of it until" in words(page_of(rustam_at_desk, at(case)))


def test_a_reviewer_finds_what_waits_and_decides(
    case: Case, prison: Office, dana: Member, rustam_at_desk: Client, dana_at_desk: Client
) -> None:
    inquiry = log_inquiry(case, attempt(office=prison, said="She is here"), dana)
    log_inquiry(case, attempt("no_answer", 1, office=prison), dana)
    page = page_of(rustam_at_desk, at(case) + "?awaiting=on")
    assert [li["id"] for li in page.select(".attempts > li")] == [f"inquiry-{inquiry.pk}"]
    subject = Claim.objects.get(predicate="gist").subject_id
    assert dana_at_desk.post(at(case, "statement_review", subject), {"accept": "1"}).status_code == 403
    rustam_at_desk.post(at(case, "statement_review", subject), {"accept": "1"})
    assert Claim.objects.get(predicate="gist").state == "accepted"


def test_an_attempt_is_corrected_withdrawn_and_brought_back(
    case: Case, prison: Office, dana: Member, dana_at_desk: Client
) -> None:
    inquiry = log_inquiry(case, attempt("answered", office=prison, said="She is here"), dana)
    page = page_of(dana_at_desk, f"{at(case)}?correct={inquiry.pk}")
    sent = filled(page, at(case, "inquiry_correct", inquiry.pk))
    assert (sent["day"], sent["at"], sent["outcome"]) == ("2026-03-02", "12:00", "answered")
    dana_at_desk.post(at(case, "inquiry_correct", inquiry.pk), {**sent, "at": "13:30", "outcome": "refused"})
    inquiry.refresh_from_db()
    assert (inquiry.asked_at.hour, inquiry.asked_at.minute, inquiry.outcome) == (8, 30, "refused")
    subject = Claim.objects.filter(predicate="gist", withdrawn_at=None).get().subject_id
    dana_at_desk.post(at(case, "statement_correct", subject), {"said": "She was here", "stance": "denies"})
    gist = Claim.objects.get(predicate="gist", withdrawn_at=None)
    assert (gist.value, gist.stance, gist.said_at) == ("She was here", "denies", "2026-03-02T13:30:00+05:00")
    dana_at_desk.post(at(case, "inquiry_withdraw", inquiry.pk))
    assert "withdrawn" in words(page_of(dana_at_desk, at(case)))
    dana_at_desk.post(at(case, "inquiry_withdraw", inquiry.pk), {"restore": "1"})
    inquiry.refresh_from_db()
    assert inquiry.withdrawn_at is None


def test_a_corrected_channel_leaves_the_second_of_the_call_and_what_was_decided(
    case: Case, prison: Office, dana_at_desk: Client, rustam_at_desk: Client
) -> None:
    sent = filled(page_of(dana_at_desk, at(case)), at(case, "inquiry_log"))
    dana_at_desk.post(at(case, "inquiry_log"), {**sent, "outcome": "answered", "said": "She is here"})
    inquiry = Inquiry.objects.get()
    before = list(Claim.objects.filter(inquiry=inquiry).order_by("pk").values())
    page = page_of(rustam_at_desk, f"{at(case)}?correct={inquiry.pk}")
    sent = filled(page, at(case, "inquiry_correct", inquiry.pk))
    rustam_at_desk.post(at(case, "inquiry_correct", inquiry.pk), {**sent, "channel": "visit"})
    corrected = Inquiry.objects.get()
    assert (corrected.channel, corrected.asked_at) == ("visit", inquiry.asked_at)
    assert list(Claim.objects.filter(inquiry=inquiry).order_by("pk").values()) == before


def test_a_wrong_correction_comes_back_as_it_was_filled(
    case: Case, prison: Office, dana: Member, dana_at_desk: Client
) -> None:
    inquiry = log_inquiry(case, attempt("answered", office=prison), dana)
    sent = filled(
        page_of(dana_at_desk, f"{at(case)}?correct={inquiry.pk}"), at(case, "inquiry_correct", inquiry.pk)
    )
    answer = dana_at_desk.post(
        at(case, "inquiry_correct", inquiry.pk), {**sent, "day": "2095-01-01", "spoke_with": "a guard"}
    )
    page = BeautifulSoup(answer.content, "lxml")
    assert answer.status_code == 422
    assert "This moment lies ahead" in words(page)
    assert (
        page.find("form", action=at(case, "inquiry_correct", inquiry.pk)).find(
            "input", attrs={"name": "spoke_with"}
        )["value"]
        == "a guard"
    )


def test_what_belongs_to_another_case_is_out_of_reach(
    case: Case, prison: Office, rustam: Member, dana: Member, dana_at_desk: Client
) -> None:
    other = a_case(rustam, slug="other")
    theirs = log_inquiry(other, attempt(office_name="Police", said="No"), rustam)
    subject = theirs.claims.filter(predicate="gist").get().subject_id
    for name, pk in (
        ("inquiry_withdraw", theirs.pk),
        ("inquiry_say", theirs.pk),
        ("statement_correct", subject),
    ):
        assert dana_at_desk.post(at(case, name, pk), {"said": "x", "stance": "asserts"}).status_code == 404
    assert dana_at_desk.get(at(other)).status_code == 403
    assert CANARY not in dana_at_desk.get(at(other)).content.decode()


def test_where_nobody_has_asked_the_page_says_so(case: Case, dana_at_desk: Client) -> None:
    page = words(page_of(dana_at_desk, at(case)))
    assert "No attempt has been logged yet." in page
    assert "Nobody has asked an office yet." in page
