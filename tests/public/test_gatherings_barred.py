"""Where nothing is hosted: not before it is known where the events were, and not in what is marked later."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone
from tests.delivery.scene import Scene
from tests.desk.test_inquiries import words
from tests.public.gathered import DAY, DESK, A, called, events, form, page, proposed, shown

from tocsin.actions.asks.gather.call_day import call_day, call_off_day
from tocsin.actions.asks.gather.day_words import Call
from tocsin.actions.asks.gather.errors import CannotHost
from tocsin.actions.asks.gather.judge import show_gathering
from tocsin.actions.asks.gather.models import CalledDay, Gathering
from tocsin.actions.asks.gather.plan import plan_of
from tocsin.actions.asks.gather.propose import add_gathering, propose
from tocsin.actions.asks.gather.queries import listed
from tocsin.cases.edit import edit_case
from tocsin.cases.models import Case
from tocsin.jobs.models import Job
from tocsin.members.models import Member

SET_IT = "Set the country of the events in the case first"
CALL = Call(DAY, DAY, ("picket",), "Stand up.")


def test_no_day_is_called_before_the_country_of_the_events_is_set(
    scene: Scene, petra: Member, petra_at_desk: Client
) -> None:
    Case.objects.update(country="")
    told = {
        "first_day": DAY,
        "last_day": DAY,
        "kinds": ["picket"],
        "words": "Stand up.",
        "dangerous": "Belarus",
    }
    answer = petra_at_desk.post(f"{DESK}/day/call", told)
    assert (answer.status_code, CalledDay.objects.count()) == (422, 0)
    back = BeautifulSoup(answer.content, "lxml")
    assert SET_IT in words(back)
    assert back.find("textarea", id="id_words").text.strip() == "Stand up."
    assert back.find("a", href="/desk/cases/strike-in-aktau/#wording-head")


def test_a_country_that_is_blanked_later_takes_everything_off(
    scene: Scene, day: CalledDay, petra: Member, petra_at_desk: Client
) -> None:
    gathering, reader = shown(day, petra), Client()
    waiting, link = proposed(day)
    edit_case(scene.action.case, "Strike in Aktau", "", "", petra)
    scene.action.case.refresh_from_db()
    assert reader.get(A).headers["Location"] == "/a/strike-in-aktau"
    page(reader, f"/g/{gathering.code}", 404)
    page(reader, link, 410)
    assert [str(event["status"]) for event in events(reader, f"{A}.ics")] == ["CANCELLED"]
    assert reader.post(f"{A}/host", form(day, country="Iran", city="Tehran")).status_code == 302
    for act in (
        lambda: propose(scene.action, plan_of(gathering), "vera@hosts.example"),
        lambda: add_gathering(scene.action, plan_of(gathering), petra),
        lambda: show_gathering(waiting, petra),
    ):
        with pytest.raises(CannotHost, match=SET_IT):
            act()
    at_desk = page(petra_at_desk, f"{DESK}/day")
    assert SET_IT in words(at_desk)
    assert at_desk.find("a", href="/desk/cases/strike-in-aktau/#wording-head")
    assert at_desk.find("a", href=A) is None
    refused = petra_at_desk.post(f"{DESK}/day/add", form(day))
    assert (refused.status_code, SET_IT in refused.content.decode()) == (422, True)
    edit_case(scene.action.case, "Strike in Aktau", "KZ", "", petra)
    page(reader, f"/g/{gathering.code}")


def test_a_city_of_a_country_that_is_marked_later_is_taken_off_too(day: CalledDay, petra: Member) -> None:
    gathering = shown(day, petra)
    Gathering.objects.update(city="Tehran")
    assert list(listed(day)) == [gathering]
    call_day(day.action, replace(CALL, dangerous=("IR",)), petra)
    page(Client(), f"/g/{gathering.code}", 404)
    assert "Tehran" not in Client().get(A).content.decode()


def test_a_country_is_marked_after_the_day_too(day: CalledDay, petra: Member, petra_at_desk: Client) -> None:
    gathering, past = shown(day, petra), timezone.localdate() - timedelta(days=3)
    over = timezone.now() - timedelta(days=3)
    Gathering.objects.update(turnout=140, report_state="shown", on=past, starts_at=over, ends_at=over)
    CalledDay.objects.update(first_day=past, last_day=past)
    told = {"first_day": past, "last_day": past, "kinds": ["picket"], "words": "Stand up."}
    answer = petra_at_desk.post(f"{DESK}/day/call", {**told, "dangerous": "Norway, Belarus"})
    assert answer.status_code == 302
    assert "The call is saved" in words(page(petra_at_desk, f"{DESK}/day"))
    assert "140" not in words(page(Client(), A))
    page(Client(), f"/g/{gathering.code}", 404)
    moved = {**told, "first_day": past - timedelta(days=1), "last_day": past - timedelta(days=1)}
    refused = petra_at_desk.post(f"{DESK}/day/call", moved)
    assert (refused.status_code, "These days have passed" in refused.content.decode()) == (422, True)


def test_a_day_that_has_passed_is_not_called_anew(scene: Scene, petra: Member) -> None:
    with pytest.raises(CannotHost, match="These days have passed"):
        call_day(scene.action, replace(CALL, first_day=date(2011, 6, 8), last_day=date(2011, 6, 8)), petra)


def test_what_was_proposed_before_its_country_was_marked_is_not_shown(
    scene: Scene, day: CalledDay, petra: Member, petra_at_desk: Client
) -> None:
    gathering, _link = proposed(day, country="Turkey", city="Ankara")
    called(scene.action, petra, "TR")
    mails = Job.objects.filter(kind="post.mail").count()
    answer = petra_at_desk.post(f"{DESK}/gatherings/{gathering.pk}/judge", {"act": "show"})
    alert = BeautifulSoup(answer.content, "lxml").select_one(f"#gathering-{gathering.pk} [role=alert]")
    assert (answer.status_code, alert is not None) == (422, True)
    assert "It cannot be shown: nothing is hosted, shown or counted in Türkiye." in alert.text
    gathering.refresh_from_db()
    assert (gathering.state, gathering.shown_at) == ("proposed", None)
    assert Job.objects.filter(kind="post.mail").count() == mails


def test_nobody_is_told_that_everybody_sees_what_nobody_sees(day: CalledDay, petra: Member) -> None:
    gathering, _link = proposed(day)
    call_off_day(day.action, petra)
    with pytest.raises(CannotHost, match="Nobody would see it"):
        show_gathering(gathering, petra)


def test_a_calendar_does_not_tell_where_a_barred_gathering_was(
    scene: Scene, day: CalledDay, petra: Member
) -> None:
    shown(day, petra, country="Uzbekistan", city="Samarkand", place="Registan")
    called(scene.action, petra, "UZ")
    (gone,) = events(Client(), f"{A}.ics")
    assert (str(gone["status"]), gone.decoded("dtstart").isoformat()) == (
        "CANCELLED",
        "2095-06-08T12:00:00+00:00",
    )
    told = Client().get(f"{A}.ics").content.decode()
    assert [word for word in ("Asia", "TZID", "Samarkand", "Registan", "T170000") if word in told] == []
