"""How it went: what a host tells by her link, what is refused of it, and what the page and its map say afterwards."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone
from tests.desk.test_inquiries import words
from tests.public.gathered import DESK, PICKET, A, page, proposed, shown

from tocsin.actions.asks.gather.judge import show_gathering, withdraw_gathering
from tocsin.actions.asks.gather.models import CalledDay, Gathering
from tocsin.members.models import Member

TOLD = {"act": "report", "turnout": "140", "told": "The ambassador came out."}


def begins(**more: object) -> None:
    """All of them, an hour ago; they last until now."""
    Gathering.objects.update(starts_at=timezone.now() - timedelta(hours=1), ends_at=timezone.now(), **more)


def kept(answer: BeautifulSoup) -> tuple[str, str]:
    """What stands in the form of the report."""
    return answer.find(id="id_turnout")["value"], answer.find(id="id_told")["value"]


@pytest.mark.parametrize(
    "told", ["Write to vera@hosts.example", "Ring +47 22 00 00 00", "See https://x.example/us"]
)
def test_no_address_and_no_number_stands_in_what_is_told(day: CalledDay, petra: Member, told: str) -> None:
    _gathering, link = proposed(day)
    show_gathering(Gathering.objects.get(), petra)
    begins()
    answer = Client().post(link, {**TOLD, "told": told})
    back = BeautifulSoup(answer.content, "lxml")
    assert (answer.status_code, kept(back)) == (422, ("140", told))
    assert "Leave out mail addresses, links and phone numbers" in words(back)
    assert list(Gathering.objects.values_list("turnout", "told", "report_state")) == [(None, "", "")]


def test_a_corrected_gathering_asks_for_no_report_before_it_is_shown_again(
    day: CalledDay, petra: Member
) -> None:
    gathering, link = proposed(day)
    show_gathering(gathering, petra)
    host = Client()
    host.post(link, {**PICKET, "act": "correct", "starts": "16:00"})
    begins()
    assert page(host, link).find("button", value="report") is None
    answer = host.post(link, TOLD)
    back = BeautifulSoup(answer.content, "lxml")
    assert (answer.status_code, kept(back)) == (422, ("140", "The ambassador came out."))
    assert "There is nothing to report yet" in words(back)
    show_gathering(gathering, petra)
    assert page(host, link).find("button", value="report")
    assert host.post(link, TOLD).status_code == 302
    gathering.refresh_from_db()
    assert (gathering.turnout, gathering.report_state) == (140, "proposed")


def test_what_is_refused_while_she_writes_is_still_there(day: CalledDay, petra: Member) -> None:
    gathering, link = proposed(day)
    show_gathering(gathering, petra)
    begins()
    answer = Client().post(link, {**PICKET, "act": "correct", "bring": "Two lamps"})
    back = BeautifulSoup(answer.content, "lxml")
    assert (answer.status_code, back.find(id="id_bring")["value"]) == (422, "Two lamps")
    withdraw_gathering(gathering, petra, "A mistake.")
    answer = Client().post(link, TOLD)
    assert kept(BeautifulSoup(answer.content, "lxml")) == ("140", "The ambassador came out.")


def test_a_link_to_a_person_is_shown_to_the_moderator(day: CalledDay, petra_at_desk: Client) -> None:
    proposed(day, where="online", kind="meeting", link="https://wa.me/4791234567")
    assert "The link leads to somebody’s telephone or account" in words(page(petra_at_desk, f"{DESK}/day"))


def test_what_is_over_is_listed_as_the_map_has_it(day: CalledDay, petra: Member) -> None:
    for city, country in (("Oslo", "Norway"), ("Bergen", "Norway"), ("Stockholm", "Sweden")):
        shown(day, petra, city=city, country=country)
    begins()
    Gathering.objects.filter(city="Oslo").update(turnout=140, told="Snow fell.", report_state="shown")
    over = page(Client(), f"{A}?country=Norway")
    on_map = sorted(circle.title.text for circle in over.select(".map circle"))
    assert on_map == ["Picket in Bergen", "Picket in Oslo: 140", "Picket in Stockholm"]
    (head,) = over.select("#went-head")
    listed = sorted(words(line) for line in head.parent.select("li"))
    assert listed == [
        "Picket in Bergen , Norway: no number reported",
        "Picket in Oslo , Norway: 140 Snow fell.",
        "Picket in Stockholm , Sweden: no number reported",
    ]
    assert [number.text for number in over.select(".map text")] == ["140"]
