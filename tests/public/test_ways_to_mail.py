"""Own mail program and webmail: the letter in the link, or a short one with the whole beside it; never asked unpressed."""

import html
import re
from urllib.parse import unquote

import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client
from tests.delivery.mail_server import mail_server
from tests.delivery.scene import Scene
from tests.letters.long_letters import DEMANDS, long_letter, subject

from tocsin.actions.models import ActionDemand
from tocsin.delivery.bundles.models import BundlePlan, When

from .test_write import letter, post

pytestmark = pytest.mark.django_db


def ways(olga: Client, scene: Scene, **changed: str) -> BeautifulSoup:
    return BeautifulSoup(post(olga, "ways", letter(scene.london, **changed)).content, "lxml")


def order(page: BeautifulSoup) -> list[str]:
    return [way["id"].removeprefix("way_") for way in page.select(".way")]


def long(language: str) -> dict[str, str]:
    return {
        "language": language,
        "subject": subject(language),
        "body": long_letter(language).replace("\n", "\r\n"),
    }


def told(page: BeautifulSoup, way: str) -> Tag:
    return page.select_one(f"#way_{way}")


@pytest.mark.parametrize("language", ["ru", "ar", "zh"])
def test_a_long_letter_goes_short_in_the_link_and_whole_beside_it(
    scene: Scene, olga: Client, language: str
) -> None:
    ActionDemand.objects.create(action=scene.action, text=DEMANDS[language])
    page = ways(olga, scene, **long(language))
    for way in ("mailto", "webmail"):
        part = told(page, way)
        links = [a["href"] for a in part.select("a.button")]
        bodies = [unquote(re.search(r"body=([^&]*)", link)[1]) for link in links]
        assert all(DEMANDS[language] in body for body in bodies)
        assert all(len(link) <= 6000 for link in links)
        whole = part.select_one(f"#whole_{way}")
        assert whole.text.strip() == long_letter(language).strip()
    assert len(told(page, "mailto").select_one("a.button")["href"]) <= 2000


def test_what_carries_the_whole_letter_comes_before_what_carries_a_short_one(
    scene: Scene, olga: Client
) -> None:
    assert order(ways(olga, scene)) == ["mailto", "webmail", "eml", "copy", "server", "print"]
    assert order(ways(olga, scene, **long("ru"))) == ["eml", "mailto", "webmail", "copy", "server", "print"]
    with mail_server():
        assert order(ways(olga, scene)) == ["mailto", "webmail", "server", "eml", "copy", "print"]
        assert order(ways(olga, scene, **long("ru"))) == [
            "server",
            "eml",
            "mailto",
            "webmail",
            "copy",
            "print",
        ]


def test_webmail_is_named_opens_apart_and_learns_no_address_of_ours(scene: Scene, olga: Client) -> None:
    part = told(ways(olga, scene), "webmail")
    links = part.select("a.button")
    assert [link.text for link in links] == ["Gmail", "Outlook.com", "Microsoft 365", "Yahoo Mail"]
    assert {(link["target"], tuple(link["rel"])) for link in links} == {
        ("_blank", ("noreferrer", "noopener"))
    }
    assert "mail.google.com" in part.text
    assert "Until you press, it learns nothing." in " ".join(part.text.split())


def test_one_link_one_target(scene: Scene, olga: Client) -> None:
    page = ways(olga, scene)
    hrefs = [a["href"] for a in page.select("a.button[href^='mailto:']")]
    assert [html.unescape(href).split("?")[0] for href in hrefs] == ["mailto:london@embassy.example"]
    assert "ministry@justice.example" not in str(page.select(".ways"))


def test_where_letters_go_together_it_is_said_before_she_gives_hers(scene: Scene, olga: Client) -> None:
    said = "Letters to this office go together"
    assert said not in told(ways(olga, scene), "server").text
    BundlePlan.objects.create(target=scene.london, when=When.WEEKLY)
    assert said in told(ways(olga, scene), "server").text
