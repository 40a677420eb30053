"""15 September: ninety days later nothing is kept of those who wrote, but how many they were."""

from tocsin.delivery.models import Letter
from tocsin.supporters.models import Supporter

from .june_10 import SOLVEIG
from .world import World


def lived(world: World) -> None:
    world.passes(days=80)
    assert Supporter.objects.filter(email=SOLVEIG).exists()
    world.passes(days=11)
    # After a gap of days what erases waits once more, lest a clock that jumped ahead erases by mistake.
    world.passes(2, hours=2)
    assert not Supporter.objects.exclude(email="").exists()
    assert not Letter.objects.exclude(supporter=None).exists()
    shown = world.visitor().opens(world.action).sees
    assert "given to us and confirmed 4 of these, taken by the office's mail server 4" in shown
