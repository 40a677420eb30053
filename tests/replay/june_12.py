"""12 June, at night: three more write, one of them in Russian. Their letters leave one by one, and so do the copies to the union."""

from .june_10 import LONDON, ORGANISER, SOLVEIG, confirms, writes
from .world import World

KARI, MARIT, OLGA = "kari@supporters.example", "marit@supporters.example", "olga@supporters.example"


def lived(world: World) -> None:
    world.comes_to(12, 22, zone="Europe/London")
    writes(world, KARI, "Kari Nordmann")
    writes(world, MARIT, "Marit Vik")
    writes(world, OLGA, "Ольга Ветрова", language="ru")
    for each in (KARI, MARIT, OLGA):
        confirms(world, each)
    world.passes(6, minutes=5)
    assert len(world.mails_to(LONDON)) == 1 + 2, "one of the evening waits for its turn"
    assert len(world.mails_to(ORGANISER)) == 1 + 1, "in Kazakhstan it is night"
    twice = writes(world, SOLVEIG.upper(), "Solveig A.")
    assert "written to this office" in twice.sees
