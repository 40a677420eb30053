"""Our feeds as a reader takes them: feedparser, which others wrote, and what RFC 4287 asks of each entry."""

from xml.etree import ElementTree

import feedparser
import pytest
from django.test import Client
from tests import cast
from tests.delivery.scene import Scene
from tests.followup.canary import CANARY, withheld

from tocsin.actions.withdraw import withdraw
from tocsin.cases.freeze import freeze
from tocsin.followup.models import Outcome
from tocsin.followup.updates.send import fingerprint, send
from tocsin.followup.updates.write import new_update, write

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
FEED = "/a/strike-in-aktau/feed"


def read(client: Client, path: str) -> feedparser.FeedParserDict:
    answer = client.get(path)
    assert answer.headers["Content-Type"].startswith("application/atom+xml")
    as_the_rfc_asks(answer.content)
    found = feedparser.parse(answer.content)
    assert not found.bozo
    assert found.version == "atom10"
    return found


def as_the_rfc_asks(xml: bytes) -> None:
    """4.1.1 and 4.1.2: one id, title and time each, an author, a link to itself; no two entries of one id."""
    feed = ElementTree.fromstring(xml)
    entries = feed.findall(f"{ATOM}entry")
    for element in (feed, *entries):
        for name in ("id", "title", "updated"):
            assert len(element.findall(ATOM + name)) == 1, name
    assert feed.find(f"{ATOM}author/{ATOM}name").text
    assert [link.get("href") for link in feed.findall(f"{ATOM}link") if link.get("rel") == "self"]
    ids = [entry.find(f"{ATOM}id").text for entry in entries]
    assert len(set(ids)) == len(ids)


def send_update(scene: Scene, **texts: tuple[str, str]) -> None:
    petra = cast.member("Petra")
    update = write(new_update(scene.action, petra), texts, petra)
    send(update, fingerprint(update), petra)


def released(scene: Scene, text: str = "") -> Outcome:
    return Outcome.objects.create(
        action=scene.action,
        kind="released",
        happened_on="2015-06-01",
        link="https://news.example/",
        text=text,
    )


def test_it_tells_of_the_call_the_updates_and_the_outcomes(scene: Scene, olga: Client) -> None:
    send_update(
        scene, en=("Her hearing is on Monday", "Thank you all."), ru=("Суд в понедельник", "Спасибо.")
    )
    released(scene, "She walked out at noon.")
    feed = read(olga, FEED)
    titles = {entry.title.casefold() for entry in feed.entries}
    assert titles == {"called: free natalia sokolova", "her hearing is on monday", "released (2015-06-01)"}
    assert "She walked out at noon." in {entry.summary for entry in feed.entries}


def test_an_update_that_was_not_sent_and_an_outcome_taken_back_stay_out(scene: Scene, olga: Client) -> None:
    petra = cast.member("Petra")
    write(new_update(scene.action, petra), {"en": ("Not yet", "Wait.")}, petra)
    outcome = released(scene)
    Outcome.objects.filter(pk=outcome.pk).update(taken_back_at="2015-06-02T00:00Z")
    assert [entry.title for entry in read(olga, FEED).entries] == ["Called: Free Natalia Sokolova"]


def test_a_name_withheld_later_leaves_what_was_sent_before(scene: Scene, olga: Client) -> None:
    send_update(scene, en=(f"{CANARY} is free", f"{CANARY} thanks you."))
    released(scene, f"{CANARY} is home.")
    withheld(scene.action.case)
    assert CANARY not in str(read(olga, FEED))


def test_a_frozen_case_is_told_nothing_of_and_a_withdrawn_action_has_no_feed(
    scene: Scene, olga: Client
) -> None:
    petra = cast.member("Petra")
    assert read(olga, FEED).entries
    freeze(scene.action.case, petra)
    assert read(olga, FEED).entries == []
    withdraw(scene.action, petra)
    assert olga.get(FEED).status_code == 410


def test_the_feed_of_open_actions_is_as_good(scene: Scene, olga: Client) -> None:
    feed = read(olga, "/feed")
    assert feed.feed.author == "Tocsin"
    assert [entry.title for entry in feed.entries] == ["Free Natalia Sokolova"]
