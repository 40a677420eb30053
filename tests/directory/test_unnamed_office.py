"""An address that was printed without an office's name: said so in words, and never printed on an envelope."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from tests.actions.stage import draft_of, ready_of
from tests.reports import drafts
from tocsin.actions.models import Action
from tocsin.actions.publish import publish
from tocsin.actions.routes import route_for
from tocsin.letters.compose import Addressee
from tocsin.letters.phone_script import phone_script
from tocsin.members.models import Member

WORDS = "An address without an office’s name"
ADDRESS = "Bygdoy alle 76, Oslo, Norway"


@pytest.fixture
def _unnamed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The appeal prints a postal address and nothing before it."""
    [embassy] = drafts.draft()["contacts"]
    lone = {**embassy, "office": None, "kind": "other", "of_country": "LV", "in_country": "NO"}
    written = drafts.draft(contacts=[lone])
    monkeypatch.setattr(drafts, "draft", lambda: written)


pytestmark = pytest.mark.usefixtures("_unnamed")


def spoken(client: Client, path: str) -> str:
    return " ".join(BeautifulSoup(client.get(path).content, "lxml").get_text(" ").split())


def test_it_is_stored_without_a_name_and_called_by_what_it_is(rustam: Member) -> None:
    office = draft_of(rustam).targets.get().office
    assert (office.name, str(office)) == ("", WORDS)


def test_the_review_names_the_address(rustam: Member, rustam_at_desk: Client) -> None:
    report = draft_of(rustam).case.reports.get()
    assert f"{WORDS}: {ADDRESS}" in spoken(rustam_at_desk, reverse("report", args=[report.public_id]))


def test_the_pages_of_its_action_say_so(rustam: Member, rustam_at_desk: Client) -> None:
    slug = draft_of(rustam).slug
    assert WORDS in spoken(rustam_at_desk, reverse("action_contacts", args=[slug]))
    assert WORDS in spoken(rustam_at_desk, reverse("action_preview", args=[slug]) + "?country=NO")


def test_the_directory_says_so(rustam: Member, rustam_at_desk: Client) -> None:
    office = draft_of(rustam).targets.get().office
    pages = [reverse("offices"), reverse("office", args=[office.pk])]
    assert all(WORDS in spoken(rustam_at_desk, path) for path in pages)
    assert route_for(Action.objects.get(), "NO").steps[0].office.name == WORDS


def test_a_supporter_reads_so_and_prints_the_address_alone(rustam: Member, petra: Member) -> None:
    action = publish(ready_of(rustam), petra)
    olga = Client()
    assert WORDS in spoken(olga, f"/a/{action.slug}/write?country=NO&ties=no")
    sheet = BeautifulSoup(olga.get(f"/a/{action.slug}/letter?country=NO&unsigned=1").content, "lxml")
    assert list(sheet.select_one(".printed address").stripped_strings) == ["Bygdoy alle 76", "Oslo", "Norway"]


def test_on_the_phone_one_asks_for_somebody() -> None:
    script = phone_script("+4722542280", Addressee(""), "the strike", ["Free her"], "NO")
    assert "May I speak to somebody who deals with this?" in script.lines
