"""10 June: the action opens. Solveig in Norway is led to London, whose embassy answers to her country; her letter leaves once."""

from tests.post.text_of import text_of
from tocsin.look.languages import parted

from .desk import adds_a_contact
from .visitor import Visitor
from .world import World, link_in

LONDON, ORGANISER = "london@embassy.example", "organiser@odak.example"
TITLE = "Kazakhstan: lawyer of striking oil workers missing"
RUSSIAN = "Здравствуйте!\n\nПрошу вас освободить Наталью Соколову."
SOLVEIG = "solveig@supporters.example"


def lived(world: World) -> None:
    world.comes_to(10, 9, zone="Europe/London")
    petra = world.at_the_desk("Petra")
    petra.opens(world.case).presses("Make an action")
    world.desk = petra.address
    petra.presses("Save the story", {"Who calls": "Solidarity with Kazakhstan", "Act before": "2011-06-13"})
    asks_for_more(petra)
    adds_an_office(petra, world, "Embassy of Kazakhstan in London", LONDON, "embassy", "GB", "NO")
    adds_an_office(petra, world, "Odak, the union of the strikers", ORGANISER, "union", "KZ", "")
    petra.opens(f"{world.desk}contacts").follows("Change Odak")
    petra.presses("Save", {"Its part in this action": "copy_to"}, by="Odak, the union of the strikers")
    writes_in_russian(petra, world)
    petra.opens(world.desk).presses("Publish now")
    world.action = parted(str(petra.page.find("a", string="The public page")["href"]))[1]
    petra.opens(world.case).presses("Give it a public page")
    writes(world, SOLVEIG, "Solveig Aasmundtveit")
    leaves_once(world)


def writes_in_russian(petra: Visitor, world: World) -> None:
    petra.opens(world.desk).presses("Write the letter", {"Language": "ru"})
    petra.presses("Save the letter", {"Subject": "Освободите Наталью Соколову", "Letter": RUSSIAN})


def writes(world: World, email: str, name: str, language: str = "en") -> Visitor:
    """She comes from the front page and is led to the office for Norway; a mail asks her to confirm."""
    supporter = world.visitor(language).opens("/").follows(TITLE)
    supporter.presses("Write a letter", {"Where do you live?": "Norge"})
    supporter.presses("No, I have no ties")
    assert "Embassy of Kazakhstan in London" in supporter.sees
    supporter.presses("Choose how to send it")
    typed = {"Your name": name, "Your e-mail address": email, "No: my address is not told to anybody": True}
    supporter.presses("Send me the mail to confirm", typed)
    assert supporter.says("Now look into your mailbox") in supporter.sees
    world.settles()
    return supporter


def confirms(world: World, email: str) -> Visitor:
    """To look at the page of the link changes nothing; its button does."""
    supporter = world.visitor().opens(link_in(world.a_mail_to(email), "/confirm/"))
    return supporter.presses("Yes, send my letter")


def leaves_once(world: World) -> None:
    """In office hours it leaves at once, and a second press sends nothing."""
    assert not world.mails_to(LONDON)
    solveig = confirms(world, SOLVEIG)
    assert "It goes to Embassy of Kazakhstan in London within minutes" in solveig.sees
    solveig.opens(link_in(world.a_mail_to(SOLVEIG), "/confirm/"))
    assert "There is nothing more to do. To Embassy of Kazakhstan in London" in solveig.sees
    assert "Copy to Odak, the union of the strikers" in solveig.sees
    world.settles()
    world.passes(minutes=1)
    letter, copy = world.a_mail_to(LONDON), world.a_mail_to(ORGANISER)
    assert str(letter["From"]).startswith("Solveig Aasmundtveit via")
    assert str(letter["Reply-To"]).startswith("replies+")
    assert text_of(letter).split()[-3:] == ["Solveig", "Aasmundtveit", "Norway"]
    assert "Embassy of Kazakhstan in London" in text_of(copy).splitlines()[0], "says of what it is a copy"
    world.comes_to(10, 17, zone="Europe/London")
    assert len(world.mails_to(LONDON)) == len(world.mails_to(ORGANISER)) == 1
    assert "given to us and confirmed 1 of these, taken by the office's mail server 1" in (
        world.visitor().opens(world.action).sees
    )


def asks_for_more(petra: Visitor) -> None:
    """Beside letters: messages to the strikers, at an address that stands on the page, and sign-on by organisations."""
    more = {
        "Ask 3 › In words": f"Write to them at {ORGANISER}.",
        "Ask 4 › What is asked": "sign_on",
        "Ask 4 › Who is asked": "trade unions",
    }
    petra.presses("Save what is asked", more)


def adds_an_office(
    petra: Visitor, world: World, name: str, email: str, kind: str, stands: str, serves: str
) -> None:
    petra.opens(f"{world.desk}contacts").follows("A new office")
    petra.presses(
        "Add",
        {
            "Name of the office": name,
            "Kind": kind,
            "Whose office": "KZ",
            "Where it stands": stands,
            "Country that it answers to": serves,
            "Where you checked it": "its own letterhead",
        },
    )
    adds_a_contact(petra, "email", email)
