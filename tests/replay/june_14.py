"""14 June: at midnight the call has run out. A second report comes by mail, is matched to the case, and opens the call anew."""

from email.message import EmailMessage

from tocsin.reports.sample import sample_bytes

from .desk import names_the_lawyer, reviews
from .june_10 import TITLE, writes
from .june_13 import is_gone
from .visitor import Visitor
from .world import World, link_in

REPORT = "zhanaozen-2011-06.txt"
HEADLINE = "Kazakhstan: riot police beat nine women"
LATE = "late@supporters.example"


def lived(world: World) -> None:
    late = writes(world, LATE, "Late Writer")
    world.comes_to(14, 0, 20)
    has_run_out(world, late)
    world.comes_to(14, 20)
    world.command("receive", given=forwarded(sample_bytes(REPORT)))
    world.settles()
    petra = world.at_the_desk("Petra").opens("/desk/")
    assert f"Looks like {TITLE}" in petra.sees
    reviews(petra, HEADLINE, "2011-06-14")
    petra.follows("Take ")
    assert f"It looks like “{TITLE}" in petra.sees
    petra.presses("Take it into the case")
    assert petra.address == world.case
    stand_side_by_side(petra, world)
    # Of a name that is shown and one that is withheld the careful rule holds, until somebody says otherwise again.
    names_the_lawyer(petra.opens(world.case))
    opens_it_again(petra, world)
    is_gone(world)


def has_run_out(world: World, late: Visitor) -> None:
    """The page says so, and takes no letter: not even one that waits in a mailbox to be confirmed."""
    reader = world.visitor().opens("/")
    reader.opens(world.action)
    assert "This action is closed." in reader.sees
    assert not reader.has("Write a letter")
    assert world.visitor().opens("/feed").body.decode().count("<entry") == 0
    late.opens(link_in(world.a_mail_to(LATE), "/confirm/")).presses("Yes, send my letter")
    assert "This action has ended Your letter was not sent" in late.sees


def forwarded(text: bytes) -> bytes:
    mail = EmailMessage()
    mail["From"], mail["To"] = "union@odak.example", "reports@appeals.example"
    mail["Subject"], mail["Date"] = HEADLINE, "Tue, 14 Jun 2011 21:40:00 +0200"
    mail.set_content(text.decode())
    return mail.as_bytes()


def stand_side_by_side(petra: Visitor, world: World) -> None:
    """What the two reports say of her; she is one person because Petra says so."""
    petra.opens(f"{world.case}same")
    assert (
        "Role ✕ differs the lawyer of the oil workers' trade union the lawyer of the strikers" in petra.sees
    )
    assert "Status ✕ differs missing detained" in petra.sees
    petra.presses("The same")
    petra.opens(world.case).follows("assess : Status")
    assert "missing" in petra.sees
    assert "detained" in petra.sees
    assert "Report of 8 June 2011" in petra.sees
    assert "Report of 14 June 2011" in petra.sees


def opens_it_again(petra: Visitor, world: World) -> None:
    """With a new last day, for what the second report tells; and it calls the day of solidarity."""
    petra.opens(world.desk).presses("Save the story", {"Act before": "2011-06-16"})
    petra.opens(f"{world.desk}follow-up/")
    petra.presses(
        "Record it",
        {
            "What happened": "other",
            "On which day": "2011-06-11",
            "In a sentence": "Riot police beat nine women in Zhanaozen.",
            "A report of the case": "Report of 14 June 2011",
            "What follows": "reopens",
        },
    )
    petra.opens(f"{world.desk}day")
    petra.presses(
        "Call this day",
        {
            "First day": "2011-06-16",
            "Last day": "2011-06-16",
            "The call": "Five minutes at noon, at every pit and before every embassy.",
            "To people in": "Do nothing that is seen. We speak for you.",
        },
    )
    world.settles()
    reader = world.visitor().opens(world.action)
    assert "Please write before 16 June 2011." in reader.sees
    assert "Riot police beat nine women in Zhanaozen." in reader.sees
    assert reader.has("Write a letter")
