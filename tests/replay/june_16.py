"""16 June, day of solidarity: Oslo pickets, the embassy answers, the lawyer takes the file along; the call ends, and those who wrote are told."""

import hashlib
import smtplib
from email.message import EmailMessage
from io import BytesIO
from zipfile import ZipFile

from tests.post.mail_server import Behaviour, running
from tests.post.text_of import text_of

from .june_10 import LONDON, SOLVEIG
from .june_12 import KARI, MARIT, OLGA
from .june_13 import is_gone
from .june_15 import INGRID
from .visitor import Visitor
from .world import World, link_in

ANSWER = "Natalia Sokolova is held in Aktau. Nobody shall visit her.\n\nDear Solveig Aasmundtveit, we write no more."
SHOWN = "Natalia Sokolova is held in Aktau. […]"
TOLD = {"en": ("The embassy has answered", "Thank you."), "ru": ("Посольство ответило", "Спасибо вам.")}


def lived(world: World) -> None:
    world.comes_to(16, 14, zone="Europe/Oslo")
    ingrid = world.visitor().opens(link_in(world.a_mail_to(INGRID), "/host/"))
    ingrid.presses(
        "Report back", {"How many came": 40, "How it went": "Five minutes of silence, in the rain."}
    )
    petra = world.at_the_desk("Petra")
    petra.opens(f"{world.desk}day").presses("Show the report")
    the_embassy_answers(world)
    is_read_and_shown_in_part(petra, world)
    the_lawyer_takes_the_file_along(petra, world)
    the_call_ends(petra, world)
    those_who_wrote_are_told(petra, world)
    is_gone(world)


def the_embassy_answers(world: World) -> None:
    """To the address in Solveig's letter, by SMTP; the mail server that takes it for us has a pipe."""
    letter = next(mail for mail in world.mails_to(LONDON) if "Solveig" in str(mail["From"]))
    answer = EmailMessage()
    answer["From"], answer["To"] = LONDON, str(letter["Reply-To"])
    answer["Subject"] = f"Re: {letter['Subject']}"
    answer.set_content(ANSWER)
    ours = Behaviour()
    with running(ours) as port, smtplib.SMTP("127.0.0.1", port) as embassy:
        embassy.send_message(answer)
    [(_sender, _to, content)] = ours.letters
    world.command("receive", "--bounce", given=content)
    world.settles()


def is_read_and_shown_in_part(petra: Visitor, world: World) -> None:
    reader = world.visitor()
    assert "held in Aktau" not in reader.opens(world.action).sees
    petra.opens(f"{world.desk}follow-up/")
    petra.follows("Embassy of Kazakhstan in London")
    assert "Solveig" not in petra.sees, "nobody at the desk needs her name"
    petra.presses("Publish these words", {"Or only these words": SHOWN})
    world.settles()
    shown = reader.opens(world.action).sees
    assert SHOWN in shown
    assert "Nobody shall visit her" not in shown


def the_lawyer_takes_the_file_along(petra: Visitor, world: World) -> None:
    """Rustam, who stands before the court for her, is put on the case; every exhibit has the hash that his list names."""
    rustam = world.at_the_desk("Rustam")
    petra.opens(f"{world.case}members").presses("Put on the case", {"Who": "Rustam", "As what": "reviewer"})
    rustam.opens(f"{world.case}export")
    rustam.presses("Make the file", {"For a lawyer": True, "Numbered bundle": True})
    world.settles()
    rustam.opens(f"{world.case}export").follows("Download")
    packed = ZipFile(BytesIO(rustam.body))
    sums = [line.split("  ") for line in packed.read("SHA256SUMS").decode().splitlines()]
    assert [hashlib.sha256(packed.read(name)).hexdigest() for _sum, name in sums] == [s for s, _name in sums]
    assert len(sums) == 2, "both reports, word for word"


def the_call_ends(petra: Visitor, world: World) -> None:
    petra.opens(f"{world.desk}follow-up/")
    petra.presses(
        "Record it",
        {
            "What happened": "other",
            "On which day": "2011-06-16",
            "In a sentence": "The embassy says where she is held.",
            "A link": "https://news.example/held-in-aktau",
            "What follows": "closes",
        },
    )
    world.settles()
    reader = world.visitor().opens(world.action)
    assert "This action is closed." in reader.sees
    assert "The embassy says where she is held." in reader.sees
    assert "https://news.example/held-in-aktau" in reader.body.decode()


def those_who_wrote_are_told(petra: Visitor, world: World) -> None:
    """Once, each in her language; one press ends it for good."""
    petra.opens(f"{world.desk}follow-up/").presses("Write an update")
    update = petra.address
    for code in TOLD:
        typed = {"English › Subject": TOLD["en"][0], "English › Text": TOLD["en"][1]}
        if code == "ru":
            typed |= {"Language": "ru", "In one more language › Subject": TOLD["ru"][0]}
            typed |= {"In one more language › Text": TOLD["ru"][1]}
        petra.opens(update).presses("Save", typed)
    petra.presses("Send it to all of them").presses("Yes, send it to 4 supporters")
    world.passes(20, minutes=1)
    for email, language in ((SOLVEIG, "en"), (KARI, "en"), (MARIT, "en"), (OLGA, "ru")):
        [mail] = [mail for mail in world.mails_to(email) if mail["List-Unsubscribe"]]
        subject, text = TOLD[language]
        assert (mail["Subject"], text in text_of(mail)) == (subject, True)
        assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
        world.visitor().opens(link_in(mail, "/no-more/")).presses("No more mail about it")
