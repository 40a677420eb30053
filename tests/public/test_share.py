"""Passing an action on: addresses and links that a person presses, and that tell nobody anything before."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
import segno
from bs4 import BeautifulSoup
from django.test import Client
from tests import cast
from tests.delivery.scene import Scene

from tocsin.actions.queries import action_view
from tocsin.actions.withdraw import withdraw
from tocsin.public.sharing import code_of, sharing
from tocsin.public.short import short_path

pytestmark = pytest.mark.django_db
A = "/a/strike-in-aktau"
WHOLE = "http://127.0.0.1:8000/a/strike-in-aktau"


def test_the_short_address_leads_to_the_action_until_it_is_withdrawn(scene: Scene, olga: Client) -> None:
    path = short_path(scene.action.pk)
    assert len(path) < 10
    assert olga.get(path).headers["Location"] == A
    assert olga.get(path.upper().replace("/S/", "/s/")).headers["Location"] == A
    withdraw(scene.action, cast.member("Petra"))
    assert olga.get(path).status_code == 410


@pytest.mark.parametrize("code", ["zzzz", "l0l", "2" * 30, "-"])
def test_what_is_no_code_leads_nowhere(code: str, scene: Scene, olga: Client) -> None:
    assert olga.get(f"/s/{code}").status_code == 404


def test_no_two_actions_share_a_code() -> None:
    assert len({short_path(pk) for pk in range(5_000)}) == 5_000


def test_each_way_bears_the_title_and_the_address(scene: Scene) -> None:
    ways = sharing(action_view(scene.action))
    for link, part in ((ways.whatsapp, "text"), (ways.sms, "body"), (ways.mailto, "body")):
        (words,) = parse_qs(urlsplit(link).query)[part]
        assert words.split() == ["Free", "Natalia", "Sokolova", WHOLE]
        assert "+" not in link
    assert parse_qs(urlsplit(ways.telegram).query)["url"] == [WHOLE]


@pytest.mark.parametrize("path", [A, f"{A}/thanks"])
def test_the_page_offers_them_without_loading_anything(path: str, scene: Scene, olga: Client) -> None:
    page = BeautifulSoup(olga.get(path).content, "html.parser")
    share = page.select_one(".share")
    assert share.select_one("#share_text")["value"] == f"Free Natalia Sokolova {WHOLE}"
    assert share.select_one("figure svg path")
    assert {a["href"].partition(":")[0] for a in share.select(".share-ways a")} == {"mailto", "sms", "https"}
    loaded = [
        tag.get("src") or tag.get("href") for tag in page.select("script, img, link[rel=stylesheet], iframe")
    ]
    assert all(address.startswith("/static/") for address in loaded)


def test_the_code_is_drawn_as_it_was_made() -> None:
    address = "https://appeals.example/s/k7"
    made = [[bool(dark) for dark in row] for row in segno.make(address, error="m").matrix_iter(border=2)]
    size, path = code_of(address)
    drawn = [[False] * size for _row in range(size)]
    for x, y, length in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\d+z", path):
        drawn[int(y)][int(x) : int(x) + int(length)] = [True] * int(length)
    assert drawn == made
