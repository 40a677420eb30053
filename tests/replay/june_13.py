"""13 June: before dawn in Aktau the organiser is arrested whose address stands in the copies. One switch freezes it everywhere."""

from .everything import everything_served
from .june_10 import LONDON, ORGANISER
from .world import World


def lived(world: World) -> None:
    world.comes_to(13, 4, zone="Asia/Aqtau")
    mirror = world.data.parent / "mirror"
    world.command("mirror", str(mirror))
    before = {name for name, content in everything_served(world) if stands_in(content)}
    assert {f"en {world.action}", f"ru {world.action}", f"{mirror}{world.action}/NO-letter.html"} <= before
    assert any(name.startswith("letter ") for name in before), "two copies wait"
    petra = world.at_the_desk("Petra").opens("/desk/offices/").follows("Odak").follows("In the wrong hands?")
    petra.presses("Freeze it everywhere", {"What happened": "Arrested at home at three; his sister called."})
    assert "Frozen." in petra.sees
    world.command("mirror", str(mirror))
    is_gone(world)
    world.comes_to(13, 12, zone="Europe/London")
    assert len(world.mails_to(LONDON)) == 4, "the letters themselves go on"
    is_gone(world)


def is_gone(world: World) -> None:
    """From all that is served, kept or waits to leave, byte for byte; nothing more came to that mailbox."""
    found = [name for name, content in everything_served(world) if stands_in(content)]
    assert found == []
    assert len(world.mails_to(ORGANISER)) == 2


def stands_in(content: bytes) -> bool:
    """As it is written, or as a link holds it."""
    lower = content.lower()
    return ORGANISER.encode() in lower or ORGANISER.replace("@", "%40").encode() in lower
