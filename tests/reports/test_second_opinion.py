"""A second reader is asked by a job: suggestions join the review, what people decided stays, nothing leaves unasked."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from pytest_django import Settings

from tests.drafts_held import hold
from tests.opinions import model_server
from tests.opinions.model_server import Answer, says, serving
from tocsin.jobs.models import Job
from tocsin.jobs.worker import Worker
from tocsin.members.models import AuditEntry, Member
from tocsin.opinions.endpoint_settings import EndpointSettings
from tocsin.reports.ask_second_reader import OVERDUE, ask_second_reader
from tocsin.reports.decide import accept, reject
from tocsin.reports.errors import CannotReview
from tocsin.reports.models import Report, ReviewField, ReviewItem, SecondOpinion
from tocsin.reports.names import proposed_names
from tocsin.reports.open_review import open_review
from tocsin.reports.receive import receive
from tocsin.reports.set_aside import set_aside
from tocsin.reports.set_may_leave import set_may_leave
from tocsin.reports.set_published import set_published
from tocsin.reports.take_second_opinion import take_second_opinion

from .drafts import TEXT, a_report, draft, span

QUOTE = "With her went Tavo Elmbrin, the clerk of the Brotherhood of Tallymen."
LONGER = TEXT + QUOTE + "\n"
CLERK = {"kind": "person", "name": "Tavo Elmbrin", "quote": QUOTE, "status": "missing", "role": "clerk"}
UNION = {
    "kind": "organisation",
    "name": "Brotherhood of Tallymen",
    "quote": QUOTE,
    "status": None,
    "role": None,
}
LAWYER = CLERK | {
    "name": "Lina Marwede",
    "quote": "The head of the port police said that Lina Marwede had gone home.",
}
ELSEWHERE = EndpointSettings("https://192.0.2.1/v1", "small", elsewhere=True)


@pytest.fixture
def report(rustam: Member) -> Report:
    stored = a_report(text=LONGER)
    open_review(stored, rustam)
    return stored


def set_up(settings: Settings, url: str, **more: Any) -> None:
    settings.SECOND_OPINION = "endpoint"
    settings.ENDPOINT = EndpointSettings(url, "small", **more)


def ask(settings: Settings, report: Report, by: Member, answer: Answer, **more: Any) -> SecondOpinion:
    """The opinion after a worker did the job."""
    with serving(answer) as server:
        set_up(settings, server.url, **more)
        opinion = ask_second_reader(report, by)
        assert opinion.state == "waiting"
        Worker().run_until_idle()
    opinion.refresh_from_db()
    return opinion


def decided(report: Report) -> list[tuple[object, ...]]:
    fields = ReviewField.objects.filter(item__report=report, item__suggested_by="").order_by("pk")
    return list(fields.values_list("pk", "value", "decision", "may_be_shown", "decided_by"))


def suggested(report: Report) -> list[tuple[str, str]]:
    items = ReviewItem.objects.filter(report=report).exclude(suggested_by="").order_by("pk")
    return [(item.section, item.fields.get(name="name").value) for item in items]


def test_suggestions_join_the_review_undecided_and_marked(
    report: Report, rustam: Member, settings: Settings
) -> None:
    accept(ReviewField.objects.filter(item__report=report, name="charge"), rustam, True)
    reject(ReviewField.objects.filter(item__report=report, name="role", item__section="people"), rustam)
    before = decided(report)
    opinion = ask(settings, report, rustam, says(LAWYER, CLERK, UNION, CLERK | {"name": "Vassil Nobody"}))
    assert (opinion.state, opinion.suggested, opinion.reader) == ("done", 2, "endpoint")
    assert opinion.remarks == ["Of what it claimed, 1 had no proof in the text, and was left out."]
    assert suggested(report) == [("people", "Tavo Elmbrin"), ("organisations", "Brotherhood of Tallymen")]
    assert decided(report) == before
    person = ReviewItem.objects.get(report=report, section="people", suggested_by="endpoint")
    assert (person.position, person.confidence, person.spans) == (1, 0.4, [span("Tavo Elmbrin", LONGER)])
    assert {(f.name, f.value, f.decision) for f in person.fields.all()} == {
        ("name", "Tavo Elmbrin", "proposed"), ("role", "clerk", "proposed"), ("status", "missing", "proposed"),
    }  # fmt: skip
    assert "Tavo Elmbrin" in proposed_names(report)
    report.refresh_from_db()
    assert report.draft == draft()
    hold(report.draft)


def test_whoever_was_rejected_or_suggested_before_is_not_suggested_again(
    report: Report, rustam: Member, settings: Settings
) -> None:
    ask(settings, report, rustam, says(CLERK))
    reject(ReviewField.objects.filter(item__report=report, item__suggested_by="endpoint"), rustam)
    assert ask(settings, report, rustam, says(CLERK, UNION)).suggested == 1
    assert len(suggested(report)) == 2


def test_a_job_that_is_done_twice_changes_nothing(report: Report, rustam: Member, settings: Settings) -> None:
    opinion = ask(settings, report, rustam, says(CLERK))
    with serving(says(UNION)) as server:
        set_up(settings, server.url)
        take_second_opinion({"opinion": opinion.pk})
        take_second_opinion({"opinion": opinion.pk + 1})
    assert (server.asked, suggested(report)) == ([], [("people", "Tavo Elmbrin")])


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (model_server.raw(b"down", 500), "it answered with the error 500."),
        (model_server.content("no"), "its answer is not of the shape that was asked for."),
        (model_server.stalls, "it did not answer within 0.4 seconds."),
    ],
)
def test_a_reader_that_fails_leaves_the_review_as_it_was(
    report: Report, rustam: Member, settings: Settings, answer: Answer, words: str
) -> None:
    before = decided(report)
    opinion = ask(settings, report, rustam, answer, seconds=0.4)
    assert (opinion.state, opinion.remarks, opinion.suggested) == ("failed", [words], 0)
    assert (decided(report), suggested(report)) == (before, [])
    assert Job.objects.get().done_at is not None


def test_the_audit_says_who_asked_and_what_came_and_never_a_name(
    report: Report, rustam: Member, settings: Settings
) -> None:
    ask(settings, report, rustam, says(CLERK))
    entries = AuditEntry.objects.filter(act__contains="second").order_by("pk")
    assert [(e.act, e.member, e.detail) for e in entries] == [
        ("report.second_reader_asked", rustam, {"reader": "endpoint", "stays_here": True}),
        ("report.second_opinion_taken", None, {"reader": "endpoint", "suggested": 1}),
    ]
    assert "Elmbrin" not in json.dumps(list(Job.objects.values_list("payload", flat=True)))


def test_a_report_that_may_not_leave_is_never_sent_elsewhere(
    report: Report, rustam: Member, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[object] = []
    monkeypatch.setattr("tocsin.opinions.endpoint.post", lambda *arguments: sent.append(arguments))
    settings.SECOND_OPINION, settings.ENDPOINT = "endpoint", ELSEWHERE
    with pytest.raises(CannotReview, match="may not leave"):
        ask_second_reader(report, rustam)
    assert (SecondOpinion.objects.count(), Job.objects.count(), sent) == (0, 0, [])


def test_the_mark_is_asked_again_when_the_job_is_done(
    report: Report, rustam: Member, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[object] = []
    monkeypatch.setattr("tocsin.opinions.endpoint.post", lambda *arguments: sent.append(arguments))
    settings.SECOND_OPINION, settings.ENDPOINT = "endpoint", ELSEWHERE
    set_may_leave(report, True, rustam)
    opinion = ask_second_reader(report, rustam)
    set_may_leave(report, False, rustam)
    Worker().run_until_idle()
    opinion.refresh_from_db()
    assert (opinion.state, sent) == ("failed", [])
    assert opinion.remarks == [
        "The second reader stands on another server, and this report may not leave this one."
    ]


@pytest.mark.parametrize(
    "changed", [{"SECOND_OPINION": None}, {"ENDPOINT": EndpointSettings("https://192.0.2.1/v1", "small")}]
)
def test_settings_are_asked_again_when_the_job_is_done(
    report: Report,
    rustam: Member,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    changed: dict[str, object],
) -> None:
    sent: list[object] = []
    monkeypatch.setattr("tocsin.opinions.endpoint.post", lambda *arguments: sent.append(arguments))
    settings.SECOND_OPINION, settings.ENDPOINT = "endpoint", ELSEWHERE
    set_may_leave(report, True, rustam)
    opinion = ask_second_reader(report, rustam)
    for name, value in changed.items():
        setattr(settings, name, value)
    Worker().run_until_idle()
    opinion.refresh_from_db()
    assert (opinion.state, sent) == ("failed", [])


def test_with_both_permissions_it_is_sent(
    report: Report, rustam: Member, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = json.dumps({"choices": [{"message": {"content": json.dumps({"findings": [CLERK]})}}]})
    monkeypatch.setattr("tocsin.opinions.endpoint.post", lambda *arguments: answer.encode())
    settings.SECOND_OPINION, settings.ENDPOINT = "endpoint", ELSEWHERE
    set_may_leave(report, True, rustam)
    ask_second_reader(report, rustam)
    Worker().run_until_idle()
    assert suggested(report) == [("people", "Tavo Elmbrin")]


def test_reports_stay_unless_somebody_says_otherwise(dana: Member, rustam: Member) -> None:
    report = receive(b"Estonia: ferry workers held in Tallinn", "ferry.txt", by=dana)
    assert report.may_leave is False
    with pytest.raises(PermissionDenied):
        set_may_leave(report, True, dana)
    for _ in range(2):
        set_may_leave(report, True, rustam)
    report.refresh_from_db()
    assert report.may_leave is True
    changes = AuditEntry.objects.filter(act="report.may_leave_set")
    assert [(e.member, e.detail) for e in changes] == [(rustam, {"may_leave": True})]
    again = receive(b"Estonia: ferry workers held in Tallinn", "ferry.txt", by=dana, may_leave=False)
    assert (again.pk, again.may_leave) == (report.pk, True)


def test_bringing_a_report_in_again_does_not_let_it_leave(dana: Member) -> None:
    stored = receive(b"Estonia: ferry workers held in Tallinn", "ferry.txt", by=dana)
    assert (
        receive(b"Estonia: ferry workers held in Tallinn", "f.txt", by=dana, may_leave=True).may_leave
        is False
    )
    assert stored.may_leave is False


def test_who_may_ask_and_when(report: Report, rustam: Member, dana: Member, settings: Settings) -> None:
    with pytest.raises(CannotReview, match="No second reader"):
        ask_second_reader(report, rustam)
    set_up(settings, "http://127.0.0.1:9/v1")
    with pytest.raises(PermissionDenied):
        ask_second_reader(report, dana)
    with pytest.raises(CannotReview, match="not under review"):
        ask_second_reader(a_report(), rustam)
    ask_second_reader(report, rustam)
    with pytest.raises(CannotReview, match="being asked already"):
        ask_second_reader(report, rustam)
    settings.ENDPOINT = EndpointSettings()
    with pytest.raises(CannotReview, match="TOCSIN_ENDPOINT_URL"):
        ask_second_reader(report, rustam)


def test_what_was_never_answered_can_be_asked_again(
    report: Report, rustam: Member, settings: Settings
) -> None:
    set_up(settings, "http://127.0.0.1:9/v1")
    lost = ask_second_reader(report, rustam)
    Job.objects.all().delete()
    SecondOpinion.objects.update(asked_at=timezone.now() - OVERDUE - timedelta(seconds=1))
    assert ask(settings, report, rustam, says(CLERK)).state == "done"
    lost.refresh_from_db()
    assert (lost.state, lost.remarks) == ("failed", ["It was never answered."])


def test_a_report_set_aside_meanwhile_gets_no_suggestions(
    report: Report, rustam: Member, settings: Settings
) -> None:
    with serving(says(CLERK)) as server:
        set_up(settings, server.url)
        opinion = ask_second_reader(report, rustam)
        set_aside(report, rustam, "no appeal")
        Worker().run_until_idle()
    opinion.refresh_from_db()
    assert (opinion.state, suggested(report)) == ("failed", [])


def test_reading_again_by_another_date_forgets_suggestions_that_nobody_judged(
    rustam: Member, dana: Member, settings: Settings
) -> None:
    report = receive(LONGER.encode(), "marwede.txt", by=dana)
    open_review(report, rustam)
    ask(settings, report, rustam, says(UNION))
    assert set_published(report, "2015-05-08", rustam) is True
    assert (suggested(report), SecondOpinion.objects.count()) == ([], 0)
