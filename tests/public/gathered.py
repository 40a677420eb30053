"""A called day of the scene, and gatherings that hosts propose for it."""

import re
from datetime import date
from typing import Any

from bs4 import BeautifulSoup
from django.test import Client
from icalendar import Calendar
from tests.public.stamped import solved, stamp

from tocsin.actions.asks.gather.call_day import call_day
from tocsin.actions.asks.gather.day_words import Call
from tocsin.actions.asks.gather.judge import show_gathering
from tocsin.actions.asks.gather.models import CalledDay, Gathering
from tocsin.actions.models import Action
from tocsin.delivery.take_letter import To
from tocsin.jobs.models import Job
from tocsin.members.models import Member
from tocsin.public.against_abuse.stamp import Where

A = "/a/strike-in-aktau/gatherings"
DESK = "/desk/actions/strike-in-aktau"
DAY = date(2095, 6, 8)
HOST = "vera@hosts.example"
PICKET = {
    "kind": "picket", "where": "elsewhere", "country": "Norge", "city": "Oslo", "place": "Before the Storting",
    "on": "2095-06-08", "starts": "17:00", "ends": "18:30", "languages": "Norwegian", "bring": "A lamp", "email": HOST,
}  # fmt: skip


def called(action: Action, by: Member, *dangerous: str) -> CalledDay:
    call = Call(DAY, DAY, ("picket", "vigil", "meeting"), "Stand up for them.", "Stay at home.", dangerous)
    return call_day(action, call, by)


def form(day: CalledDay, **changed: Any) -> dict[str, Any]:
    made = stamp(where=Where(day.action_id, "", To(0, 0)))
    return {**PICKET, "stamp": made, "solved": solved(made), **changed}


def page(client: Client, address: str, status: int = 200) -> BeautifulSoup:
    answer = client.get(address)
    assert answer.status_code == status
    return BeautifulSoup(answer.content, "lxml")


def events(client: Client, address: str) -> list[Any]:
    calendar = Calendar.from_ical(client.get(address).content)
    assert [part.errors for part in calendar.walk() if part.errors] == []
    return list(calendar.walk("VEVENT"))


def proposed(day: CalledDay, **changed: Any) -> tuple[Gathering, str]:
    """What a host proposed and confirmed, and the path of her own link."""
    answer = Client().post(f"{A}/host", form(day, **changed))
    assert answer.headers["Location"] == f"{A}/asked"
    mail = Job.objects.filter(kind="post.mail").latest("pk").payload
    link = re.search(r"http\S+(/host/\S+)", mail["text"])
    assert link
    assert mail["to"] == HOST
    Client(enforce_csrf_checks=True).post(link[1], {"act": "confirm"})
    return Gathering.objects.latest("pk"), link[1]


def shown(day: CalledDay, by: Member, **changed: Any) -> Gathering:
    gathering, _link = proposed(day, **changed)
    show_gathering(gathering, by)
    gathering.refresh_from_db()
    return gathering
