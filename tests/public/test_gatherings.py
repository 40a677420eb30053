"""A day is called, a host proposes a picket, the desk shows it, a supporter finds it, takes it along, and hears how it went."""

import re
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone
from tests.cases.asking import CANARY
from tests.delivery.scene import Scene
from tests.desk.test_inquiries import words
from tests.printing.in_print import pages
from tests.public.gathered import DAY, DESK, HOST, PICKET, A, events, form, page, proposed, shown
from tests.public.stamped import solved, stamp

from tocsin.actions.asks.gather.call_day import call_day, call_off_day
from tocsin.actions.asks.gather.day_words import Call
from tocsin.actions.asks.gather.erase import erase_hosts
from tocsin.actions.asks.gather.judge import show_gathering
from tocsin.actions.asks.gather.models import CalledDay, Gathering
from tocsin.actions.close import close
from tocsin.actions.models import Action
from tocsin.actions.withdraw import withdraw
from tocsin.cases.freeze import freeze
from tocsin.cases.models import Claim, PersonAtRisk, SubjectKind
from tocsin.delivery.take_letter import To
from tocsin.jobs.models import Job
from tocsin.members.models import AuditEntry, Member
from tocsin.public.against_abuse.stamp import Where
from tocsin.public.render import refresh_counts


def test_from_the_call_to_the_report(day: CalledDay, petra_at_desk: Client) -> None:
    gathering, link = proposed(day)
    stranger = Client(enforce_csrf_checks=True)
    assert "None is shown yet" in words(page(stranger, A))
    page(stranger, f"/g/{gathering.code}", 404)
    assert HOST in words(page(petra_at_desk, f"{DESK}/day"))
    petra_at_desk.post(f"{DESK}/gatherings/{gathering.pk}/judge", {"act": "show"})
    listed = page(stranger, A)
    assert "Picket in Oslo" in words(listed)
    assert "8 June 2095, 17:00–18:30 Oslo time (UTC+2)" in words(listed)
    assert [c.title.text for c in listed.select(".map circle")] == ["Picket in Oslo"]
    found = page(stranger, f"/g/{gathering.code}")
    assert HOST not in str(listed) + str(found)
    (poster,) = pages(stranger.get(f"/g/{gathering.code}/poster.pdf").content)
    for said in ("Picket in Oslo", "8 June 2095", "17:00–18:30", f"/g/{gathering.code}", "A lamp"):
        assert said in poster
    (own,) = events(stranger, f"/g/{gathering.code}/calendar.ics")
    (followed,) = events(stranger, f"{A}.ics")
    assert own["uid"] == followed["uid"] == f"{gathering.code}@127.0.0.1"
    assert own.decoded("dtstart").isoformat() == "2095-06-08T17:00:00+02:00"
    comes(stranger, day, gathering)
    assert list(stranger.cookies) == []
    refresh_counts({})
    assert "1 is coming" in words(page(stranger, A))
    Gathering.objects.update(starts_at=timezone.now(), ends_at=timezone.now())
    stranger.post(link, {"act": "report", "turnout": "140", "told": "The ambassador came out."})
    assert "140" not in words(page(stranger, f"/g/{gathering.code}"))
    petra_at_desk.post(f"{DESK}/gatherings/{gathering.pk}/report", {"act": "show"})
    told = page(stranger, A)
    assert "140 people came. So says the host of one gathering." in words(told)
    assert "140 people in all" in words(told)
    acts = AuditEntry.objects.filter(act__startswith="gathering.").order_by("pk")
    assert list(acts.values_list("act", "about_case")) == [
        (f"gathering.{act}", day.action.case_id) for act in ("proposed", "shown", "reported", "report_shown")
    ]


def comes(client: Client, day: CalledDay, gathering: Gathering) -> None:
    """A double press counts once."""
    made = stamp(where=Where(day.action_id, "", To(0, 0)))
    for _press in range(2):
        answer = client.post(f"/g/{gathering.code}", {"stamp": made, "solved": solved(made)})
        assert answer.headers["Location"] == f"/g/{gathering.code}?counted=1#come"
    assert client.post(f"/g/{gathering.code}", {"stamp": "forged"}).status_code == 422


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"country": "Kasachstan", "city": "Aktau"}, "Nothing is hosted, shown or counted in Kazakhstan"),
        ({"country": "Belarus", "city": "Minsk"}, "Nothing is hosted, shown or counted in Belarus"),
        ({"city": "Zhanaozen"}, "Nothing is hosted, shown or counted in Kazakhstan"),
        ({"place": "At our flat, Storgata 12"}, "This looks like somebody’s home"),
        ({"on": "2011-06-08"}, "The call is for 8 June 2095: choose a day of it"),
        ({"country": "Canada", "city": "Nelson"}, "People there live by several clocks: choose yours"),
        ({"country": "Korea"}, "Which do you mean: "),
        ({"where": "office"}, ""),
        ({"email": "nobody"}, "This does not look like an e-mail address"),
        ({"stamp": "forged"}, "press once more"),
    ],
)
def test_what_cannot_stand_comes_back_as_it_was_typed(
    day: CalledDay, changed: dict[str, str], sentence: str
) -> None:
    answer = Client().post(f"{A}/host", form(day, **changed))
    if not sentence:
        assert answer.status_code == 302
        return
    assert answer.status_code == 422
    back = BeautifulSoup(answer.content, "lxml")
    assert sentence in words(back)
    assert back.find("input", id="id_bring")["value"] == "A lamp"
    assert Gathering.objects.count() == Job.objects.filter(kind="post.mail").count() == 0


def test_the_mail_to_a_host_does_not_say_a_withheld_name(day: CalledDay) -> None:
    case = day.action.case
    person = PersonAtRisk.objects.create(case=case, kind="person")
    Claim.objects.create(subject=person, predicate="name", value="Natalia Sokolova", state="accepted")
    Action.objects.filter(pk=day.action_id).update(title="Free Natalia Sokolova")
    proposed(day)
    text = Job.objects.filter(kind="post.mail").earliest("pk").payload["text"]
    assert "Free [name withheld]" in text
    assert "Sokolova" not in text


def test_a_thousand_from_one_machine_are_held_up(day: CalledDay, petra: Member) -> None:
    gathering = shown(day, petra)
    statuses = [
        Client().post(f"/g/{gathering.code}", {"stamp": unsolved(day)}).status_code for _each in range(66)
    ]
    gathering.refresh_from_db()
    assert gathering.going == statuses.count(302) == 60


def unsolved(day: CalledDay) -> str:
    return stamp(where=Where(day.action_id, "", To(0, 0)))


@pytest.mark.parametrize("how", ["frozen", "withdrawn", "closed", "called off", "country marked"])
def test_gatherings_go_with_their_action(scene: Scene, day: CalledDay, petra: Member, how: str) -> None:
    gathering, reader = shown(day, petra), Client()
    assert "Picket in Oslo" in words(page(reader, A))
    if how == "frozen":
        freeze(scene.action.case, petra)
    elif how == "withdrawn":
        withdraw(scene.action, petra)
    elif how == "closed":
        close(scene.action, petra)
    elif how == "called off":
        call_off_day(scene.action, petra)
    else:
        call_day(scene.action, Call(DAY, DAY, ("picket",), "Stand up.", "", ("NO",)), petra)
    assert "Picket in Oslo" not in words(BeautifulSoup(reader.get(A, follow=True).content, "lxml"))
    assert [
        reader.get(f"/g/{gathering.code}{more}").status_code for more in ("", "/calendar.ics", "/poster.pdf")
    ] == [404] * 3
    if how == "withdrawn":
        assert reader.get(f"{A}.ics").status_code == 410
        return
    (gone,) = events(reader, f"{A}.ics")
    assert (str(gone["summary"]), str(gone["status"]), "location" in gone) == (
        "Called off",
        "CANCELLED",
        False,
    )


def test_a_withheld_name_stands_nowhere(
    scene: Scene, day: CalledDay, petra: Member, petra_at_desk: Client
) -> None:
    person = PersonAtRisk.objects.create(case=scene.action.case, kind=SubjectKind.PERSON)
    Claim.objects.create(subject=person, predicate="name", value=CANARY)
    call = Call(DAY, DAY, ("picket",), f"Stand up for {CANARY}.", f"{CANARY} is with you.", ())
    call_day(scene.action, call, petra)
    told = {"place": f"Below {CANARY}’s window", "bring": f"A picture of {CANARY}", "accessibility": CANARY}
    gathering = shown(day, petra, **told)
    Gathering.objects.update(
        turnout=3,
        told=f"We called {CANARY}",
        report_state="shown",
        link=f"https://x.example/{CANARY.split()[0]}",
    )
    addresses = (
        A,
        f"{A}.ics",
        f"/g/{gathering.code}",
        f"/g/{gathering.code}/calendar.ics",
        "/a/strike-in-aktau",
        f"{A}?country=Norway",
    )
    for address in addresses:
        text = Client().get(address).content.decode()
        assert [part for part in CANARY.split() if part in text] == [], address
    assert "It holds a name that the case withholds" in words(page(petra_at_desk, f"{DESK}/day"))


def test_the_nearest_first(day: CalledDay, petra: Member) -> None:
    for city, country in (("Oslo", "Norway"), ("Bergen", "Norway"), ("Stockholm", "Sweden")):
        shown(day, petra, city=city, country=country)
    near = [words(line) for line in page(Client(), f"{A}?country=Norge&city=Bergen").select("#list ~ ul li")]
    assert [re.findall(r"in (\w+) .* about (\d+) km", line)[0] for line in near] == [
        ("Bergen", "0"), ("Oslo", "305"), ("Stockholm", "720"),
    ]  # fmt: skip
    assert "We do not know Nowhereby" in words(page(Client(), f"{A}?country=Norge&city=Nowhereby"))
    assert "We do not know where that is" in words(page(Client(), f"{A}?country=Qqqq"))


def test_a_host_corrects_and_calls_off(day: CalledDay, petra: Member) -> None:
    gathering, link = proposed(day)
    show_gathering(gathering, petra)
    host = Client(enforce_csrf_checks=True)
    assert "Everybody can see it." in words(page(host, link))
    assert host.post(link, {**PICKET, "act": "correct", "city": "Aktau"}).status_code == 422
    host.post(link, {**PICKET, "act": "correct", "starts": "16:00"})
    page(host, f"/g/{gathering.code}", 404)
    gathering.refresh_from_db()
    assert (gathering.state, gathering.starts.hour, gathering.version) == ("proposed", 16, 1)
    show_gathering(gathering, petra)
    host.post(link, {"act": "withdraw"})
    gathering.refresh_from_db()
    assert gathering.state == "withdrawn"
    assert page(host, link[:-3] + "x/", 410).h1.text == "This link leads nowhere any more."


def test_what_we_keep_of_hosts_is_erased(day: CalledDay, petra: Member) -> None:
    gathering, link = proposed(day)
    Client().post(f"{A}/host", form(day))
    later = timezone.now() + timedelta(hours=73)
    erase_hosts(later)
    assert list(Gathering.objects.values_list("contact", flat=True)) == [HOST]
    erase_hosts(gathering.ends_at + timedelta(days=15))
    assert list(Gathering.objects.values_list("contact", flat=True)) == [""]
    page(Client(), link, 410)


@pytest.mark.parametrize(
    ("kind", "title"), [("stoppage", "Stoppage"), ("press_conference", "Press conference")]
)
def test_other_kinds_are_hosted_where_they_are_called_for(
    day: CalledDay, petra: Member, kind: str, title: str
) -> None:
    refused = Client().post(f"{A}/host", form(day, kind=kind))
    assert (refused.status_code, "Select a valid choice" in refused.content.decode()) == (422, True)
    CalledDay.objects.update(kinds=["stoppage", "press_conference"])
    gathering = shown(day, petra, kind=kind)
    assert f"{title} in Oslo" in words(page(Client(), f"/g/{gathering.code}"))
    assert f"{title} in Oslo" in words(page(Client(), A))


def test_before_an_embassy_of_the_action(scene: Scene, day: CalledDay, petra: Member) -> None:
    london = {"where": "office", "office": scene.london.office_id, "country": "", "city": ""}
    gathering = shown(day, petra, **london)
    found = words(page(Client(), f"/g/{gathering.code}"))
    assert "Picket: Embassy of Kazakhstan in London" in found
    assert "8 June 2095, 17:00–18:30 London time (UTC+1)" in found
    call_day(scene.action, Call(DAY, DAY, ("picket",), "Stand up.", "", ("GB",)), petra)
    page(Client(), f"/g/{gathering.code}", 404)
    refused = Client().post(f"{A}/host", form(day, **london))
    assert (refused.status_code, "Embassy of Kazakhstan in London" in refused.content.decode()) == (
        422,
        False,
    )


def test_one_that_is_full_counts_nobody_in(day: CalledDay, petra: Member) -> None:
    gathering = shown(day, petra, capacity="1")
    last, late = Client(), Client()
    for client, told in ((last, "counted"), (late, "late")):
        made = stamp(where=Where(day.action_id, "", To(0, 0)))
        answer = client.post(f"/g/{gathering.code}", {"stamp": made, "solved": solved(made)})
        assert answer.headers["Location"] == f"/g/{gathering.code}?{told}=1#come"
    assert "It is full. Look for another one near you." in words(page(late, f"/g/{gathering.code}?late=1"))
    refresh_counts({})
    assert "1 is coming · full" in words(page(late, A))


def test_one_that_is_over_counts_nobody_in(day: CalledDay, petra: Member) -> None:
    gathering = shown(day, petra)
    made = stamp(where=Where(day.action_id, "", To(0, 0)))
    Gathering.objects.update(ends_at=timezone.now())
    answer = Client().post(f"/g/{gathering.code}", {"stamp": made, "solved": solved(made)})
    assert answer.headers["Location"] == f"/g/{gathering.code}?late=1#come"
    found = page(Client(), f"/g/{gathering.code}?late=1")
    assert "This gathering is over." in words(found)
    assert found.find("form", action=re.compile("#come")) is None
    gathering.refresh_from_db()
    assert gathering.going == 0
