"""The page of an action is a file: true while it may be seen, gone at once when it may not."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from tests import cast
from tests.delivery.scene import Scene

from tocsin.actions.close import close
from tocsin.actions.models import Action, ActionState
from tocsin.actions.withdraw import withdraw
from tocsin.cases.models import Case
from tocsin.delivery.hand_over import hand_over
from tocsin.delivery.models import HandoverChannel
from tocsin.delivery.tokens import handover_token
from tocsin.public.render import refresh_counts, remove_action, render_action
from tocsin.public.stored.settle import settle_action as settle

pytestmark = pytest.mark.django_db


def files() -> list[str]:
    folder = Path(settings.PAGES_FOLDER)
    return sorted(str(path.relative_to(folder)) for path in folder.glob("a/*/*.html"))


def page(client: Client, scene: Scene) -> str:
    return client.get(f"/a/{scene.action.slug}").content.decode()


def test_a_missing_file_of_an_open_action_is_rendered_and_then_served_without_the_database(
    scene: Scene, olga: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    first = page(olga, scene)
    assert files() == ["a/strike-in-aktau/en.html"]
    with django_assert_num_queries(0):
        again = olga.get("/a/strike-in-aktau")
    assert again.content.decode() == first
    assert dict(again.cookies) == {}


def test_it_tells_what_happened_who_calls_and_what_is_asked(scene: Scene, olga: Client) -> None:
    html = page(olga, scene)
    for words in (
        "Free Natalia Sokolova",
        "the police broke up a march of oil workers",
        "Hundreds were held.",
        "Release Natalia Sokolova at once.",
        "Solidarity with Kazakhstan",
        "People near an embassy",
        '<option value="Norway">',
    ):
        assert words in html, words


def test_a_browser_that_has_it_is_told_so(scene: Scene, olga: Client) -> None:
    served = olga.get("/a/strike-in-aktau")
    assert served.headers["Cache-Control"] == "no-cache"
    by_tag = olga.get("/a/strike-in-aktau", headers={"If-None-Match": served.headers["ETag"]})
    by_date = olga.get("/a/strike-in-aktau", headers={"If-Modified-Since": served.headers["Last-Modified"]})
    assert [by_tag.status_code, by_date.status_code] == [304, 304]


def test_withdrawn_it_is_gone_everywhere(
    scene: Scene, olga: Client, django_capture_on_commit_callbacks: object
) -> None:
    page(olga, scene)
    with django_capture_on_commit_callbacks(execute=True):
        withdraw(scene.action, cast.member("Petra"))
    assert files() == []
    answers = [
        olga.get(path) for path in ("/a/strike-in-aktau", "/", "/feed", "/a/strike-in-aktau/write?country=NO")
    ]
    assert [answer.status_code for answer in answers] == [410, 200, 200, 410]
    assert not any("Free Natalia" in answer.content.decode() for answer in answers)


def test_a_late_rendering_cannot_bring_it_back(scene: Scene, olga: Client) -> None:
    page(olga, scene)
    Action.objects.update(state=ActionState.WITHDRAWN)
    render_action({"action": scene.action.pk})
    assert files() == []


def test_a_late_removal_leaves_what_was_published_again(scene: Scene) -> None:
    remove_action({"slug": scene.action.slug})
    assert files() == ["a/strike-in-aktau/en.html"]


@pytest.mark.parametrize("state", [ActionState.DRAFT, ActionState.WITHDRAWN])
def test_what_nobody_may_see_has_no_file(scene: Scene, state: str) -> None:
    Action.objects.update(state=state)
    assert not settle(scene.action.slug)
    assert files() == []


def test_an_unknown_or_unpublished_action_is_unknown(scene: Scene, olga: Client) -> None:
    Action.objects.update(state=ActionState.DRAFT)
    assert [olga.get(f"/a/{slug}").status_code for slug in ("strike-in-aktau", "nothing")] == [404, 404]


def test_closed_it_stays_and_asks_nobody(
    scene: Scene, olga: Client, django_capture_on_commit_callbacks: object
) -> None:
    page(olga, scene)
    with django_capture_on_commit_callbacks(execute=True):
        close(scene.action, cast.member("Petra"))
    html = page(olga, scene)
    assert "This action is closed." in html
    assert "<form" not in html
    assert olga.get("/a/strike-in-aktau/write?country=NO").status_code == 302


def test_a_sample_is_history(scene: Scene, olga: Client) -> None:
    Action.objects.update(is_sample=True, state=ActionState.CLOSED)
    html = page(olga, scene)
    assert "This is history." in html
    assert "<form" not in html


def test_a_frozen_case_rests(scene: Scene, olga: Client) -> None:
    Case.objects.update(frozen_at="2026-11-01T00:00Z")
    html = page(olga, scene)
    assert "This action rests." in html
    assert "Hundreds were held." not in html
    for told in (html, olga.get("/a/strike-in-aktau/feed").content.decode()):
        assert "Sokolova" not in told
        assert "Solidarity with Kazakhstan" not in told
    assert "Free Natalia Sokolova" not in olga.get("/").content.decode()
    assert "<form" not in html
    assert olga.get("/a/strike-in-aktau/write?country=NO&ties=no").status_code == 302


def test_the_counts_on_it_are_true_within_seconds(scene: Scene, olga: Client) -> None:
    assert '<dd class="count">0</dd>' in page(olga, scene)
    hand_over(scene.action, scene.london, HandoverChannel.MAILTO, handover_token())
    refresh_counts({})
    assert page(olga, scene).count('<dd class="count">1</dd>') == 1


def test_unchanged_counts_render_nothing(scene: Scene, olga: Client) -> None:
    before = olga.get("/a/strike-in-aktau").headers["ETag"]
    refresh_counts({})
    assert olga.get("/a/strike-in-aktau").headers["ETag"] == before


@pytest.mark.django_db(transaction=True)
def test_a_race_of_rendering_and_withdrawing_ends_with_no_page(scene: Scene) -> None:
    def render() -> None:
        settle(scene.action.slug)
        connection.close()

    with ThreadPoolExecutor(4) as crowd:
        rendering = [crowd.submit(render) for _ in range(12)]
        withdraw(scene.action, cast.member("Petra"))
        for done in rendering:
            done.result()
    assert files() == []
