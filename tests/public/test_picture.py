"""The picture before a link: drawn when an action is published, one in each language, gone with the action."""

import struct
from html.parser import HTMLParser
from unittest.mock import patch

import pytest
from django.test import Client
from pytest_django import Settings
from tests import cast
from tests.actions.stage import case_of
from tests.delivery.scene import Scene

from tocsin.actions.draft_action import draft_action
from tocsin.actions.models import Action
from tocsin.actions.withdraw import withdraw
from tocsin.cases.models import PersonAtRisk
from tocsin.public.render import keep_pages, refresh_counts, render_action
from tocsin.public.stored import render_pictures
from tocsin.public.stored.files import path_of
from tocsin.public.stored.settle import settle_pictures

pytestmark = pytest.mark.django_db
A = "/a/strike-in-aktau"


def size(png: bytes) -> tuple[int, int]:
    """As its header says (PNG, 11.2.2)."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    return struct.unpack(">II", png[16:24])


class Told(HTMLParser):
    """What a page tells other sites of itself."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.told: dict[str, str] = {}
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "meta" and (name := given.get("property") or given.get("name")):
            self.told[name] = given.get("content") or ""


def told(client: Client, path: str) -> dict[str, str]:
    return Told(client.get(path).content.decode()).told


def test_the_picture_of_an_action_has_the_size_that_is_told_of_it(scene: Scene, olga: Client) -> None:
    page = told(olga, A)
    assert page["og:image"] == f"http://127.0.0.1:8000{A}/en.png"
    answer = olga.get(f"{A}/en.png")
    assert answer.headers["Content-Type"] == "image/png"
    assert size(answer.content) == (1200, 630)
    assert (page["og:image:width"], page["og:image:height"]) == ("1200", "630")
    assert page["og:title"] == page["og:image:alt"] == "Free Natalia Sokolova"
    assert page["og:description"] == page["description"]
    assert page["description"].startswith("On 5 June the police")


def test_it_is_drawn_when_the_action_is_published_in_each_language_and_not_when_letters_come(
    scene: Scene, settings: Settings
) -> None:
    settings.LANGUAGES = [("en", "English"), ("ar", "Arabic"), ("kk", "Kazakh")]
    render_action({"action": scene.action.pk})
    names = sorted(path.name for path in path_of("p/strike-in-aktau").iterdir())
    assert names == ["ar.png", "en.png", "kk.png"]
    with patch.object(render_pictures, "draw_picture") as drawn:
        refresh_counts({})
        keep_pages({})
    assert not drawn.called
    assert path_of("p/strike-in-aktau", "kk.png").exists()


def test_a_withdrawn_action_has_none_at_once(scene: Scene, olga: Client) -> None:
    assert olga.get(f"{A}/en.png").status_code == 200
    withdraw(scene.action, cast.member("Petra"))
    assert not path_of("p/strike-in-aktau").exists()
    assert olga.get(f"{A}/en.png").status_code == 410


def test_a_withheld_name_reaches_neither_the_picture_nor_the_words_beside_it(olga: Client) -> None:
    petra = cast.member("Petra")
    draft = draft_action(case_of(petra), petra)
    name = PersonAtRisk.objects.get(case=draft.case).claims.get(predicate="name").value
    Action.objects.filter(pk=draft.pk).update(title=f"Free {name}", story=f"{name} waits.", state="published")
    with patch.object(render_pictures, "draw_picture", wraps=render_pictures.draw_picture) as drawn:
        settle_pictures(draft.slug)
    (wanted,) = drawn.call_args.args
    page = told(olga, f"/a/{draft.slug}")
    assert wanted.title == page["og:title"]
    assert name not in str(wanted) + str(page)


@pytest.mark.parametrize("address", [f"{A}/xx.png", "/a/never-was/en.png", f"{A}/english.png"])
def test_where_there_is_none_there_is_none(address: str, scene: Scene, olga: Client) -> None:
    assert olga.get(address).status_code == 404


def test_front_and_case_tell_of_themselves(scene: Scene, olga: Client) -> None:
    type(scene.action.case).objects.update(is_public=True)
    assert told(olga, "/")["og:url"] == "http://127.0.0.1:8000/"
    page = told(olga, "/c/strike-in-aktau")
    assert (page["og:title"], page["og:type"]) == ("Strike in Aktau", "article")
    assert "og:image" not in page
