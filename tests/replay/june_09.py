"""9 June: Vera and Omar call Aktau from their own telephones, each by a personal link; the officials change their story."""

from .desk import adds_a_contact
from .visitor import Visitor
from .world import World

PRISON, POLICE = "+77292500101", "+77292500102"
# Five hours before Greenwich.
AKTAU = "Asia/Aqtau"


def lived(world: World) -> None:
    world.comes_to(9, 9, zone=AKTAU)
    petra = world.at_the_desk("Petra")
    prison = opens_a_relay(petra, world, "Remand prison of Aktau", PRISON)
    police = opens_a_relay(petra, world, "Police of Aktau", POLICE)

    vera = calls(world, invited(petra, prison, "Vera"), PRISON, (10, 0))
    vera.presses("Answered")
    vera.presses("Store this, too", {"What did they say": "She was released", "Who answered": "the head"})
    omar = world.visitor().opens(invited(petra, prison, "Omar"))
    omar.presses("No, I have no ties")
    assert "was released" not in omar.sees, "what a volunteer wrote down waits for a reviewer"
    assert "She was released" in petra.opens(prison).sees
    petra.presses("Accept", by="She was released")

    omar = calls(world, omar.address, PRISON, (10, 30))
    assert "She was released" in omar.sees, "he can hold it against what they say to him"
    omar.presses("Answered")
    omar.presses("Store this, too", {"What did they say": "They took her away", "Who answered": "the head"})
    petra.opens(prison).presses("Accept", by="They took her away")

    vera = calls(world, invited(petra, police, "Vera"), POLICE, (11, 0))
    vera.presses("Hung up")
    assert "Stored: hung up." in vera.sees
    omar = calls(world, invited(petra, police, "Omar"), POLICE, (11, 15))
    omar.presses("Nobody answered")
    assert "What did they say?" not in omar.sees
    reads_both_stories(petra, world)


def opens_a_relay(petra: Visitor, world: World, office: str, number: str) -> str:
    """Nobody is given a number that no person has confirmed."""
    petra.opens(world.case).follows(office)
    adds_a_contact(petra, "phone", number)
    petra.opens(f"{world.case}relays")
    petra.presses(
        "Open the relay",
        {
            "Which office": office,
            "The question": "Where is Natalia Sokolova held?",
            "First day": "2011-06-09",
            "Last day": "2011-06-10",
            "From": "10:00",
            "Until": "12:00",
            "By the clock": "Aqtau",
        },
    )
    return petra.address


def invited(petra: Visitor, relay: str, name: str) -> str:
    """The link, which is shown once."""
    petra.opens(relay).presses("Make a personal link", {"First name or nickname": name})
    return str(petra.page.find(id="link")["value"])


def calls(world: World, link: str, number: str, at: tuple[int, int]) -> Visitor:
    """Takes a turn, and opens the link again when it has come: the number is on the page then."""
    caller = world.visitor().opens(link)
    if caller.has("No, I have no ties"):
        caller.presses("No, I have no ties")
    caller.presses("{:02}:{:02}".format(*at))
    assert number not in caller.body.decode()
    world.comes_to(9, *at, zone=AKTAU)
    caller.opens(link).presses("Begin: show me the number")
    assert f"Call {number}" in caller.sees
    return caller


def reads_both_stories(petra: Visitor, world: World) -> None:
    """Side by side, each with its hour; that they cannot both be true is her word."""
    petra.opens(f"{world.case}inquiries")
    told = "They took her away What they told us before, 9 June 2011, 11:00: She was released"
    assert told in petra.sees
    petra.presses("It contradicts that", by=told)
    assert "Police of Aktau nobody answered 9 June 2011, 12:15" in petra.sees
    assert "Police of Aktau hung up 9 June 2011, 12:00" in petra.sees
    assert "0 days since the first attempt, 9 June 2011, 2 attempts" in petra.sees
