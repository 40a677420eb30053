"""A report from a confidential source: who may open it before a case takes it, wherever reports are told of."""

from datetime import UTC, datetime

import pytest
from bs4 import BeautifulSoup
from django.test import Client, RequestFactory
from django.urls import reverse

from tests import cast
from tests.reports.drafts import TEXT, a_report
from tocsin.cases.accept import accept_report
from tocsin.cases.access import arrivals_for, reports_for
from tocsin.cases.search.find import find
from tocsin.cases.search.index import index_reports
from tocsin.cases.search.query import read_query
from tocsin.desk.audit_seen import entries_for
from tocsin.desk.inbox_count import inbox_waiting
from tocsin.language.asks_confidence import asks_confidence
from tocsin.members.models import AuditEntry, Member, Role
from tocsin.members.record import record
from tocsin.reports.arrivals.arrive import Sent, arrive
from tocsin.reports.arrivals.read_arrival import read_arrival
from tocsin.reports.decide import accept
from tocsin.reports.models import Arrival, ArrivalWay, Report, ReviewField
from tocsin.reports.open_review import open_review

NOW = datetime(2026, 5, 9, tzinfo=UTC)
ASKS = "Not for publication.\n" + TEXT


@pytest.fixture
def kim(db: None) -> Member:
    """Another contributor."""
    return Member.objects.create_user("kim@desk.example", name="Kim", role=Role.CONTRIBUTOR)


@pytest.fixture
def told(dana: Member) -> Report:
    """What Dana was told in confidence."""
    return a_report(received_by=dana, confidential_at=NOW)


def is_told(who: Member, report: Report) -> bool:
    return reports_for(who, Report.objects.all()).filter(pk=report.pk).exists()


def test_reviewers_and_whoever_brought_it_in_may_open_it(
    told: Report, dana: Member, kim: Member, rustam: Member
) -> None:
    assert [is_told(who, told) for who in (dana, kim, rustam)] == [True, False, True]
    address = reverse("report", args=[told.public_id])
    assert [cast.desk_client(who).get(address).status_code for who in ("Dana", "Kim", "Rustam")] == [
        200,
        403,
        200,
    ]
    assert Client().get(address).status_code == 404
    kept = reverse("report_kept", args=[told.public_id])
    assert cast.desk_client("Kim").get(kept).status_code == 403


def test_it_is_in_no_list_count_search_or_trail_of_others(
    told: Report, dana: Member, kim: Member, rustam: Member
) -> None:
    index_reports([told.pk])
    record("report.received", told, dana, name=told.name)
    waiting = {}
    for who in (dana, kim, rustam):
        request = RequestFactory().get("/")
        request.user = who
        waiting[who.name] = inbox_waiting(request)["inbox_waiting"]()
    assert waiting == {"Dana": "1", "Kim": "", "Rustam": "1"}
    found = {who.name: len(find(read_query("marwede"), who).keys) for who in (dana, kim, rustam)}
    assert found == {"Dana": 1, "Kim": 0, "Rustam": 1}
    headline = told.draft["headline"]["text"]
    shown = [
        headline in cast.desk_client(who).get("/desk/").content.decode() for who in ("Dana", "Kim", "Rustam")
    ]
    assert shown == [True, False, True]
    listed = [entries_for(who).filter(act="report.received").exists() for who in (dana, kim, rustam)]
    assert listed == [True, False, True]


def test_an_earlier_confidential_report_is_not_told_to_be_like_another(
    told: Report, kim: Member, dana: Member
) -> None:
    later = a_report(TEXT + "\nLate edition.", received_by=kim)
    later.may_repeat.create(other=told, kind="copy", score=0.9)
    page = cast.desk_client("Kim").get(reverse("report_repeats", args=[later.public_id])).content.decode()
    assert str(told.public_id) not in page


def test_a_case_that_takes_it_says_who_may(told: Report, dana: Member, rustam: Member, kim: Member) -> None:
    open_review(told, rustam)
    accept(ReviewField.objects.filter(item__report=told), rustam)
    case = accept_report(told, rustam)
    case.members.exclude(member=rustam).delete()
    assert [is_told(who, told) for who in (dana, kim)] == [False, False]
    case.members.create(member=kim, role=Role.VIEWER)
    assert is_told(kim, told)


def test_who_may_open_it_is_changed_by_them_alone_and_noted(told: Report, kim: Member, dana: Member) -> None:
    at = reverse("report_confidential", args=[told.public_id])
    assert [Client().post(at).status_code, cast.desk_client("Kim").post(at).status_code] == [404, 403]
    assert cast.desk_client("Dana").post(at).status_code == 302
    assert is_told(kim, told)
    noted = AuditEntry.objects.get(act="report.confidential_set")
    assert (noted.member, noted.detail) == (dana, {"is_confidential": False})
    closed = cast.desk_client("Kim").post(at, {"is_confidential": "yes"})
    assert (closed.status_code, closed["Location"]) == (302, reverse("desk_home"))
    assert not is_told(kim, told)


def test_a_viewer_changes_nothing(told: Report, kim: Member) -> None:
    Report.objects.update(confidential_at=None)
    Member.objects.filter(pk=kim.pk).update(role=Role.VIEWER)
    at = reverse("report_confidential", args=[told.public_id])
    assert cast.desk_client("Kim").post(at, {"is_confidential": "yes"}).status_code == 403


@pytest.mark.django_db(transaction=True)
def test_it_is_asked_when_a_report_is_brought_in(dana: Member, kim: Member, dana_at_desk: Client) -> None:
    page = BeautifulSoup(dana_at_desk.get("/desk/reports/new").content, "lxml")
    assert [option["value"] for option in page.select("select[name=readers] option")] == ["", "reviewers"]
    dana_at_desk.post("/desk/reports/new", {"text": TEXT, "readers": "reviewers"})
    report = Report.objects.get()
    assert report.confidential_at is not None
    assert not is_told(kim, report)
    assert AuditEntry.objects.get(act="report.received").detail["is_confidential"] is True
    for_all = dana_at_desk.post("/desk/reports/new", {"text": TEXT + "\nLate edition."})
    assert for_all.status_code == 302
    assert Report.objects.get(text__endswith="edition.").confidential_at is None


def test_while_it_waits_it_stands_in_no_list_of_others(dana: Member, kim: Member, rustam: Member) -> None:
    arrive(Sent(TEXT.encode(), "What a guard told me", ArrivalWay.PASTE, is_confidential=True), dana)
    seen = [arrivals_for(who, Arrival.objects.all()).count() for who in (dana, kim, rustam)]
    assert seen == [1, 0, 1]
    pages = [cast.desk_client(who).get("/desk/").content.decode() for who in ("Dana", "Kim", "Rustam")]
    assert ["What a guard told me" in page for page in pages] == [True, False, True]
    [arrival] = Arrival.objects.all()
    address = reverse("arrival", args=[arrival.public_id])
    assert cast.desk_client("Kim").get(address).status_code == 404


def test_a_text_that_was_open_and_is_told_in_confidence_before_it_was_read_is_closed(
    dana: Member, rustam: Member
) -> None:
    arrive(Sent(TEXT.encode(), "a text", ArrivalWay.PASTE), rustam)
    arrive(Sent(TEXT.encode(), "a text", ArrivalWay.PASTE, is_confidential=True), dana)
    assert Arrival.objects.get().is_confidential


@pytest.mark.parametrize("way", [ArrivalWay.MAIL, ArrivalWay.COMMAND])
def test_the_subject_of_a_mail_that_nobody_could_read_is_for_those_who_review(
    way: ArrivalWay, kim: Member, rustam: Member
) -> None:
    """It may ask for confidence, and its subject may tell whom it comes from."""
    arrival = arrive(Sent(b"\x89PNG\r\n\x1a\n" + b"x" * 50, "From the guard of block 3", way))
    address = reverse("arrival", args=[arrival.public_id])
    for state in ("waiting", "failed"):
        assert Arrival.objects.get().state == state
        for at in ("/desk/", "/desk/arrivals/"):
            pages = [cast.desk_client(who).get(at).content.decode() for who in ("Kim", "Rustam")]
            assert ["guard of block 3" in page for page in pages] == [False, True], (at, state)
        answers = [cast.desk_client(who).get(address).status_code for who in ("Kim", "Rustam")]
        assert answers == [404, 200]
        assert (
            cast.desk_client("Kim").post(reverse("arrival_again", args=[arrival.public_id])).status_code
            == 404
        )
        read_arrival({"arrival": arrival.pk})
    told = cast.desk_client("Rustam").get(address).content.decode()
    assert "Only members who review see this mail until it can be read" in told


def test_one_that_asks_for_nothing_is_for_all_once_it_is_read(kim: Member) -> None:
    arrival = arrive(Sent(TEXT.encode(), "An appeal", ArrivalWay.MAIL))
    assert not arrivals_for(kim, Arrival.objects.all()).exists()
    read_arrival({"arrival": arrival.pk})
    assert arrivals_for(kim, Arrival.objects.all()).exists()


@pytest.mark.parametrize("text", [TEXT, TEXT.replace("\n", "\r\n")], ids=["same bytes", "same words"])
@pytest.mark.django_db(transaction=True)
def test_an_open_report_that_comes_again_as_confidential_is_closed(
    text: str, dana: Member, kim: Member, rustam: Member
) -> None:
    first = arrive(Sent(TEXT.encode(), "a text", ArrivalWay.PASTE), dana)
    read_arrival({"arrival": first.pk})
    report = Report.objects.get()
    assert is_told(kim, report)
    given = {"readers": "reviewers", "text": text}
    page = cast.desk_client("Kim").post("/desk/reports/new", given, follow=True).content.decode()
    report = Report.objects.get()
    assert [is_told(who, report) for who in (dana, kim, rustam)] == [True, False, True]
    assert "It was here already, open to all members. From now on only whoever brought it in first" in page
    noted = AuditEntry.objects.get(act="report.confidential_set")
    assert (noted.member, noted.detail) == (kim, {"is_confidential": True})
    assert "You may not open it" in page


def test_what_another_brought_in_confidence_is_opened_by_members_who_review_alone(
    dana: Member, kim: Member, rustam: Member
) -> None:
    first = arrive(Sent(TEXT.encode(), "a text", ArrivalWay.PASTE), dana)
    read_arrival({"arrival": first.pk})
    arrive(Sent(TEXT.encode(), "a text", ArrivalWay.PASTE, is_confidential=True), kim)
    at = reverse("report_confidential", args=[Report.objects.get().public_id])
    refused = cast.desk_client("Dana").post(at, follow=True)
    assert "Ask a member who reviews to open it to all." in refused.content.decode()
    assert Report.objects.get().confidential_at
    cast.desk_client("Rustam").post(at)
    assert Report.objects.get().confidential_at is None


def test_a_case_that_has_it_says_who_may_also_when_it_comes_again_as_confidential(
    dana: Member, rustam: Member, kim: Member
) -> None:
    first = arrive(Sent(TEXT.encode(), "a text", ArrivalWay.PASTE), dana)
    read_arrival({"arrival": first.pk})
    report = Report.objects.get()
    open_review(report, rustam)
    accept(ReviewField.objects.filter(item__report=report), rustam)
    accept_report(report, rustam)
    arrive(Sent(TEXT.encode(), "a text", ArrivalWay.PASTE, is_confidential=True), kim)
    assert Report.objects.get().confidential_at is None


@pytest.mark.parametrize("way", [ArrivalWay.MAIL, ArrivalWay.FEED, ArrivalWay.FOLDER])
@pytest.mark.parametrize(("text", "is_kept"), [(ASKS, True), (TEXT, False)])
def test_what_comes_by_itself_is_kept_to_reviewers_where_its_words_ask_for_it(
    way: str, text: str, is_kept: bool, kim: Member, rustam: Member
) -> None:
    arrival = arrive(Sent(text.encode(), "a text", ArrivalWay(way)))
    read_arrival({"arrival": arrival.pk})
    report = Report.objects.get()
    assert (is_told(rustam, report), is_told(kim, report)) == (True, not is_kept)


def test_the_page_says_what_the_text_asks_and_offers_to_close_it(kim: Member, dana: Member) -> None:
    report = a_report(ASKS, received_by=dana, draft={**a_report().draft})
    page = cast.desk_client("Dana").get(reverse("report", args=[report.public_id])).content.decode()
    assert "The text itself asks for confidence: “Not for publication”" in page
    assert reverse("report_confidential", args=[report.public_id]) in page
    Member.objects.filter(pk=kim.pk).update(role=Role.VIEWER)
    seen = cast.desk_client("Kim").get(reverse("report", args=[report.public_id])).content.decode()
    assert "The text itself asks for confidence" in seen
    assert reverse("report_confidential", args=[report.public_id]) not in seen


@pytest.mark.parametrize(
    "text",
    [
        "Please: do NOT\npublish the name of the guard.",
        "She asked not to be named.",
        "Name withheld at request.",
        "This is off the record",
        "No publicar: habló un guardia.",
        "Un gardien, sous couvert d'anonymat, raconte",
        "Bitte nicht weitergeben!",
        "O guarda pediu anonimato.",
        "НЕ ДЛЯ ПУБЛИКАЦИИ. Охранник рассказал",
        "Күзетші атын атамауды сұрады.",
        "Ikke for publisering: en vakt forteller",
        "ليس للنشر: قال الحارس",
    ],
)
def test_words_that_ask_for_confidence_in_eight_languages(text: str) -> None:
    assert asks_confidence(text) != ""


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "They published the list of names.",
        "He records an album.",
        "The minister has no confidence in the police.",
    ],
)
def test_other_words_do_not(text: str) -> None:
    assert asks_confidence(text) == ""
