"""The strike in Kazakhstan, from 5 to 16 June 2011 and ninety days on."""

import pytest

from . import june_05, june_08, june_09, june_10, june_12, june_13, june_14, june_15, june_16, september
from .world import World

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.soak]
DAYS = (june_05, june_08, june_09, june_10, june_12, june_13, june_14, june_15, june_16, september)


def test_from_the_first_report_to_the_last_word(world: World) -> None:
    for day in DAYS:
        day.lived(world)
