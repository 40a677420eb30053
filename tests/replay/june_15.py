"""15 June: Ingrid offers a picket in Oslo, a union signs on; both are looked at before they show, and a reader takes the hour along."""

from datetime import UTC, datetime

from icalendar import Calendar

from .visitor import Visitor
from .world import World, link_in

INGRID, UNION = "ingrid@hosts.example", "kari@ntl.example"
PICKET = {
    "Where": "elsewhere",
    "Country": "Norge",
    "City or village": "Oslo",
    "Where people meet": "Before the Storting",
    "Day": "2011-06-16",
    "It begins at": "12:00",
    "It ends at": "12:30",
    "Your e-mail": INGRID,
}
SIGNS = {
    "Name of your organisation": "Norsk Tjenestemannslag",
    "Union": True,
    "Country where": "NO",
    "Members that it": "50000",
    "Who decided": "executive committee",
    "Your office in it": "General secretary",
    "Its web site": "https://ntl.example",
    "Your name": "Kari Berg",
    "Your e-mail address at": UNION,
}


def lived(world: World) -> None:
    world.comes_to(15, 9)
    ingrid = world.visitor().opens(f"{world.action}/gatherings").follows("Host a gathering")
    ingrid.presses("Propose it", PICKET)
    kari = world.visitor().opens(f"{world.action}/sign-on").presses("Sign on", SIGNS)
    world.settles()
    ingrid.opens(link_in(world.a_mail_to(INGRID), "/host/")).presses("Confirm: I host this")
    kari.opens(link_in(world.a_mail_to(UNION), "/sign-on/")).presses("Yes, it signs")
    reader = world.visitor()
    assert "Oslo" not in reader.opens(f"{world.action}/gatherings").sees
    shows_both(world.at_the_desk("Petra"), world)
    takes_it_along(reader, world)


def shows_both(petra: Visitor, world: World) -> None:
    petra.opens(f"{world.desk}day").presses("Show it Picket in Oslo")
    petra.opens(f"{world.desk}organisations").presses("Show it Norsk Tjenestemannslag")
    world.settles()


def takes_it_along(reader: Visitor, world: World) -> None:
    assert "Norsk Tjenestemannslag" in reader.opens(f"{world.action}/organisations").sees
    reader.opens(f"{world.action}/gatherings")
    assert INGRID not in reader.body.decode()
    reader.follows("Picket in Oslo").follows("Put it in my calendar")
    [picket] = Calendar.from_ical(reader.body).walk("VEVENT")
    assert picket["DTSTART"].dt.astimezone(UTC) == datetime(2011, 6, 16, 10, 0, tzinfo=UTC)
