"""The coordinator's own gatherings, and what she tells and corrects at the desk."""

from datetime import date, timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from tests import cast
from tests.delivery.scene import open_action
from tests.desk.test_inquiries import words
from tocsin.actions.asks.gather.call_day import call_day
from tocsin.actions.asks.gather.day_words import Call
from tocsin.actions.asks.gather.models import CalledDay, Gathering, GatheringKind
from tocsin.jobs.models import Job
from tocsin.members.models import AuditEntry, Member

DESK = "/desk/actions/strike-in-aktau"
DAY = date(2095, 6, 8)
OWN = {
    "kind": "stoppage", "where": "workplace", "country": "Norway", "city": "Oslo", "on": "2095-06-08", "starts": "12:00",
}  # fmt: skip


@pytest.fixture
def day(db: None, petra: Member, settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> CalledDay:
    settings.PAGES_FOLDER = tmp_path_factory.mktemp("pages")
    call = Call(DAY, DAY, tuple(GatheringKind.values), "Stand up for them.", "", ("BY",))
    return call_day(open_action().action, call, petra)


def added(by: Client, **changed: Any) -> Gathering:
    assert by.post(f"{DESK}/day/add", {**OWN, **changed}).status_code == 302
    return Gathering.objects.latest("pk")


def begins() -> None:
    Gathering.objects.update(starts_at=timezone.now() - timedelta(hours=1), ends_at=timezone.now())


def seen(address: str) -> str:
    return words(BeautifulSoup(Client().get(address).content, "lxml"))


def acts() -> list[tuple[str, str]]:
    rows = AuditEntry.objects.filter(act__startswith="gathering.").order_by("pk")
    return [(entry.act, entry.member.name if entry.member else "") for entry in rows]


@pytest.mark.parametrize(
    ("changed", "title"),
    [
        ({}, "Stoppage in Oslo"),
        ({"kind": "press_conference", "where": "elsewhere", "city": "Bergen"}, "Press conference in Bergen"),
        ({"kind": "meeting", "where": "online", "link": "https://meet.example/x"}, "Meeting online"),
    ],
)
def test_her_own_is_shown_at_once(
    day: CalledDay, petra_at_desk: Client, changed: dict[str, str], title: str
) -> None:
    gathering = added(petra_at_desk, **changed)
    assert title in seen(f"/g/{gathering.code}")
    assert title in seen("/a/strike-in-aktau/gatherings")
    assert "Added by Petra." in words(BeautifulSoup(petra_at_desk.get(f"{DESK}/day").content, "lxml"))
    assert acts() == [("gathering.added", "Petra")]


def test_before_an_embassy_that_the_action_writes_to(day: CalledDay, petra_at_desk: Client) -> None:
    london = day.action.targets.get(office__city="London").office
    gathering = added(petra_at_desk, kind="picket", where="office", office=london.pk, country="", city="")
    assert (gathering.country, gathering.city, gathering.zone) == ("GB", "London", "Europe/London")
    assert "Picket: Embassy of Kazakhstan in London" in seen(f"/g/{gathering.code}")
    told = {**OWN, "where": "office", "office": london.pk, "country": "Norway"}
    answer = petra_at_desk.post(f"{DESK}/day/add", told)
    assert (answer.status_code, "is in another country" in answer.content.decode()) == (422, True)


def test_what_she_adds_amiss_comes_back(day: CalledDay, petra_at_desk: Client) -> None:
    answer = petra_at_desk.post(
        f"{DESK}/day/add", {**OWN, "country": "Belarus", "city": "Minsk", "bring": "A lamp"}
    )
    back = BeautifulSoup(answer.content, "lxml")
    assert (answer.status_code, back.find(id="id_bring")["value"]) == (422, "A lamp")
    assert "Nothing is hosted, shown or counted in Belarus" in words(back)
    assert cast.desk_client("Rustam").post(f"{DESK}/day/add", OWN).status_code == 403
    assert not Gathering.objects.exists()


def test_she_tells_how_hers_went(day: CalledDay, petra_at_desk: Client) -> None:
    gathering = added(petra_at_desk)
    own = f"{DESK}/gatherings/{gathering.pk}"
    assert petra_at_desk.post(f"{own}/turnout", {"turnout": "60"}).status_code == 422
    begins()
    assert own in petra_at_desk.get(f"{DESK}/day").content.decode()
    assert "Tell how it went" in words(BeautifulSoup(petra_at_desk.get(own).content, "lxml"))
    for told in ("Ring +47 22 00 00 00", "x" * 301):
        answer = petra_at_desk.post(f"{own}/turnout", {"turnout": "60", "told": told})
        back = BeautifulSoup(answer.content, "lxml")
        assert (answer.status_code, back.find(id="id_told")["value"]) == (422, told)
    assert cast.desk_client("Rustam").post(f"{own}/turnout", {"turnout": "60"}).status_code == 403
    petra_at_desk.post(f"{own}/turnout", {"turnout": "60", "told": "The whole shift stood still."})
    told = seen("/a/strike-in-aktau/gatherings")
    assert "60 people came. So says the host of one gathering." in told
    assert "The whole shift stood still." in told
    assert acts() == [("gathering.added", "Petra"), ("gathering.reported", "Petra")]


def test_she_corrects_what_is_shown(day: CalledDay, petra_at_desk: Client) -> None:
    gathering = added(petra_at_desk)
    own = f"{DESK}/gatherings/{gathering.pk}"
    refused = petra_at_desk.post(f"{own}/correct", {**OWN, "place": "At our flat", "bring": "Two lamps"})
    back = BeautifulSoup(refused.content, "lxml")
    assert (refused.status_code, back.find(id="id_bring")["value"]) == (422, "Two lamps")
    assert cast.desk_client("Rustam").post(f"{own}/correct", OWN).status_code == 403
    assert petra_at_desk.post(f"{own}/correct", {**OWN, "city": "Bergen"}).status_code == 302
    gathering.refresh_from_db()
    assert (gathering.state, gathering.city, gathering.version) == ("shown", "Bergen", 1)
    assert "Stoppage in Bergen" in seen(f"/g/{gathering.code}")
    assert acts()[-1] == ("gathering.corrected", "Petra")
    assert not Job.objects.filter(kind="post.mail").exists()


def test_a_host_is_told_what_the_desk_corrected(day: CalledDay, petra_at_desk: Client) -> None:
    gathering = added(petra_at_desk)
    Gathering.objects.update(contact="vera@hosts.example", added_by=None)
    petra_at_desk.post(f"{DESK}/gatherings/{gathering.pk}/correct", {**OWN, "starts": "13:00"})
    mail = Job.objects.get(kind="post.mail").payload
    assert mail["to"] == "vera@hosts.example"
    assert "The organisers have corrected your gathering." in mail["text"]
    assert f"/g/{gathering.code}" in mail["text"]


@pytest.mark.parametrize("state", ["proposed", "withdrawn"])
def test_what_is_not_shown_is_neither_corrected_nor_told_of(
    day: CalledDay, petra_at_desk: Client, state: str
) -> None:
    own = f"{DESK}/gatherings/{added(petra_at_desk).pk}"
    Gathering.objects.update(state=state)
    assert petra_at_desk.post(f"{own}/correct", {**OWN, "city": "Bergen"}).status_code == 422
    begins()
    assert petra_at_desk.post(f"{own}/turnout", {"turnout": "60"}).status_code == 422
    assert list(Gathering.objects.values_list("city", "turnout")) == [("Oslo", None)]
