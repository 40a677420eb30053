"""Home, feed, case and the pages that only tell."""

import pytest
from django.test import Client
from django.utils import timezone
from tests import cast
from tests.delivery.scene import Scene, open_action

from tocsin.actions.close import close
from tocsin.actions.models import Action, ActionState
from tocsin.cases.models import Case, Claim, Subject, SubjectKind
from tocsin.reports.models import Report

pytestmark = pytest.mark.django_db


def text(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, answer
    return answer.content.decode()


def test_home_without_anything_says_so(olga: Client) -> None:
    assert "No action is open at the moment." in text(olga, "/")


def test_home_tells_what_is_open_from_what_was(scene: Scene, olga: Client) -> None:
    ended = open_action("ended").action
    Action.objects.filter(pk=ended.pk).update(
        title="Ended last year", state=ActionState.CLOSED, closed_at=timezone.now()
    )
    open_now, _, history = text(olga, "/").partition("History")
    assert "Free Natalia Sokolova" in open_now
    assert "Ended last year" in history
    assert "Ended last year" not in open_now


def test_the_feed_holds_open_actions_with_whole_addresses(scene: Scene, olga: Client) -> None:
    answer = olga.get("/feed")
    assert answer.headers["Content-Type"].startswith("application/atom+xml")
    assert "http://127.0.0.1:8000/a/strike-in-aktau" in answer.content.decode()
    close(scene.action, cast.member("Petra"))
    assert "strike-in-aktau" not in text(olga, "/feed")


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/safety", "Post it unsigned|Print the letter and post it unsigned"),
        ("/privacy", "90 days after the action closed"),
        ("/robots.txt", "Disallow: /desk/"),
    ],
)
def test_pages_that_only_tell(olga: Client, path: str, words: str) -> None:
    assert any(w in text(olga, path) for w in words.split("|"))


def a_case(**values: object) -> Case:
    case = Case.objects.create(slug="aktau", title="Strike in Aktau", country="KZ", is_public=True)
    statement = Subject.objects.create(case=case, kind=SubjectKind.STATEMENT)
    for predicate, value in {"speaker": "prison head", "gist": "She was released.", **values}.items():
        Claim.objects.create(subject=statement, predicate=predicate, value=value, may_be_shown=True)
    return case


def test_a_case_shows_what_was_said(olga: Client) -> None:
    case = a_case()
    second = Subject.objects.create(
        case=case, kind=SubjectKind.STATEMENT, contradicts=case.subjects.get(), position=1
    )
    for predicate, value in {"speaker": "prison head", "gist": "They took her away."}.items():
        Claim.objects.create(subject=second, predicate=predicate, value=value, may_be_shown=True)
    html = text(olga, "/c/aktau")
    assert "These contradict each other" in html
    assert html.index("She was released.") < html.index("They took her away.")


def test_a_case_shows_nothing_that_was_withdrawn_or_may_not_be_shown(olga: Client) -> None:
    case = a_case()
    Claim.objects.filter(subject__case=case, predicate="gist").update(may_be_shown=False)
    assert "She was released." not in text(olga, "/c/aktau")


@pytest.mark.parametrize("change", [{"is_public": False}, {"frozen_at": "2026-11-01T00:00Z"}])
def test_a_case_without_a_public_page_is_unknown(olga: Client, change: dict[str, object]) -> None:
    a_case()
    Case.objects.update(**change)
    assert olga.get("/c/aktau").status_code == 404


def test_a_case_tells_what_was_announced_and_names_each_report_once(olga: Client) -> None:
    case = a_case()
    report = Report.objects.create(name="aktau.txt", text="Strike in Aktau", draft={}, published="2011-06-06")
    case.reports.add(report)
    strike = Subject.objects.create(case=case, kind=SubjectKind.INCIDENT)
    said = {"type": "strike", "place": {"name": "Aktau", "country": None}, "planned": True}
    for start, (predicate, value) in enumerate(said.items()):
        Claim.objects.create(
            subject=strike,
            predicate=predicate,
            value=value,
            report=report,
            spans=[[start, 15]],
            may_be_shown=True,
        )
    page = text(olga, "/c/aktau")
    assert '<span class="state">announced</span>' in page
    incident, _, sources = page.partition("Where this was read")
    assert incident.count("Report of 6 June 2011") == sources.count("Report of 6 June 2011") == 1
