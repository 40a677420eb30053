"""Light on old phones: a page and its style sheets fit into a few packets."""

import gzip
import random
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from tests.delivery.scene import Scene

from tocsin.actions.asks.messages.models import LONGEST, SolidarityMessage
from tocsin.actions.asks.messages.told import MOST_SHOWN
from tocsin.followup.replies.models import Reply, Way

from .pages import PAGES, A, show_all

MOST = 40_000


@pytest.fixture
def everything(scene: Scene) -> Scene:
    return show_all(scene)


def weight(html: bytes) -> int:
    """Bytes of a page and its style sheets, compressed."""
    files = [Path(str(finders.find(name))) for name in re.findall(r'/static/([^"]+\.css)', html.decode())]
    assert files
    return sum(len(gzip.compress(data)) for data in [html, *(f.read_bytes() for f in files)])


@pytest.mark.parametrize("path", PAGES)
def test_a_page_weighs_at_most_40_kilobytes(everything: Scene, olga: Client, path: str) -> None:
    assert weight(olga.get(path).content) < MOST


def test_so_does_a_page_that_is_full(everything: Scene, olga: Client) -> None:
    """Of messages as long as can be, and long answers of every office; no two have the same words."""
    words, action = random.Random(8), everything.action
    action.messages.all().delete()
    SolidarityMessage.objects.bulk_create(
        SolidarityMessage(
            action=action, text=russian(words, LONGEST), country="NO", language="ru", state="shown"
        )
        for _each in range(2 * MOST_SHOWN)
    )
    for office in range(20):
        text = russian(words, 100_000)
        Reply.objects.create(
            action=action,
            target=everything.london,
            way=Way.PAPER,
            text=text,
            shown_text=text,
            state="published",
            mark=str(office),
        )
    assert weight(olga.get(f"{A}/messages").content) < MOST
    page = olga.get(A).content
    assert weight(page) < MOST
    [first, *_others] = re.findall(rf"{A}/answers/[0-9]+\.txt", page.decode())
    assert len(olga.get(first).content.decode()) == 100_000


def russian(words: random.Random, most: int) -> str:
    """As Russian falls out: the commonest letters most often."""
    often = "оеаинтсрвлкмдпуяыьгзбчйх " + "оеаинтс " * 2
    return "".join(words.choices(often, k=most))
