"""An event that seems told in passing is a suggestion to the reviewer: it is there, and nobody takes it for sure."""

from unittest.mock import patch

from tocsin.reading import in_passing
from tocsin.reading.read import read_bytes
from tocsin.terms.incidents import Incident

TEXT = (
    "On 3 June 2014 police arrested Jane Wambui in Kisumu. On 7 June 2014 some 300 cooks marched through the town. "
    "Two of them, Ann Wambui and John Otieno, were killed on 8 June 2014."
)
SUGGESTION_BELOW = 0.5


class Says:
    """A model to which everything seems as likely."""

    def __init__(self, chance: float) -> None:
        self._chance = chance

    def weigh(self, item: object) -> dict[str, float]:
        return {"yes": self._chance, "no": 1 - self._chance}


def _read(chance: float) -> tuple[Incident, ...]:
    with patch.object(in_passing, "model", lambda name: Says(chance)):
        return read_bytes(TEXT.encode(), "report.txt", "2014-06-20").incidents


def test_what_is_unlikely_stays_as_a_suggestion_but_a_death_is_none() -> None:
    doubted = {one.type: one.confidence < SUGGESTION_BELOW for one in _read(0.1)}
    assert doubted == {"arrest": True, "march_rally": True, "killing": False}


def test_what_is_likely_keeps_its_confidence() -> None:
    assert all(one.confidence >= SUGGESTION_BELOW for one in _read(0.9))
