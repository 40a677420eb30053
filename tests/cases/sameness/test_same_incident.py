"""The labelled pairs of incidents: how many of those proposed are one, how many of those that are one are proposed."""

import pytest

from tests.cases.sameness.labelled import pairs
from tocsin.cases.sameness.blocks import incident_blocks, pairs_to_compare
from tocsin.cases.sameness.happening import Happening, Spot
from tocsin.cases.sameness.same_incident import PROPOSED_FROM, same_incident


def figures(part: str) -> tuple[float, float]:
    """Precision and recall, as proposed in life: only pairs that share a block are compared."""
    found = right = same = 0
    for pair in pairs(part):
        blocks = {1: incident_blocks(pair.left), 2: incident_blocks(pair.right)}
        is_met = (1, 2) in set(pairs_to_compare(blocks, [2]))
        is_proposed = is_met and same_incident(pair.left, pair.right).score >= PROPOSED_FROM
        found, same = found + is_proposed, same + pair.is_same
        right += is_proposed and pair.is_same
    return right / found, right / same


@pytest.mark.parametrize("part", ["tuned", "kept"])
def test_what_is_proposed_is_one_and_what_is_one_is_proposed(part: str) -> None:
    precision, recall = figures(part)
    assert (precision >= 0.95, recall >= 0.90) == (True, True), (precision, recall)


def test_the_set_is_as_large_and_as_hard_as_it_should_be() -> None:
    assert len(pairs("tuned")) >= 200
    assert len(pairs("kept")) >= 45
    for part in ("tuned", "kept"):
        told = pairs(part)
        same_day = [p for p in told if not p.is_same and p.left.date == p.right.date]
        assert len(same_day) >= len(told) / 10


SOKOLOVA = Happening("arrest", "2011-05-24", Spot("Aktau", "KZ"), (1, 1), ("Natalia Sokolova",), ("police",))


def test_it_says_what_agrees_and_what_differs() -> None:
    other = Happening("arrest", "2011-05-25", Spot("Актау", "KZ"), None, ("Н. Соколова",), ("неизвестные",))
    found = same_incident(SOKOLOVA, other)
    assert [r.code for r in found.agrees] == ["type_same", "date_next_day", "place_same", "people_shared"]
    assert [(r.code, r.left, r.right) for r in found.differs] == [("doers_other", "police", "неизвестные")]


@pytest.mark.parametrize(
    "date", ["", "last Ramadan", "2011-13-45", "XXXX", "20XX", "..", "/", "2011-05-24/.."]
)
def test_a_date_that_cannot_be_read_is_no_date(date: str) -> None:
    other = Happening("arrest", date, Spot("Aktau", "KZ"), (1, 1), ("Natalia Sokolova",), ("police",))
    found = same_incident(SOKOLOVA, other)
    expected = "date_overlaps" if date.startswith("2011-05-24/") else "date_unknown"
    assert [r.code for r in found.reasons if r.code.startswith("date")] in ([expected], ["date_same"])
    assert found.score >= PROPOSED_FROM


def test_either_way_round_it_is_the_same() -> None:
    for pair in pairs("tuned"):
        one, other = same_incident(pair.left, pair.right), same_incident(pair.right, pair.left)
        assert one.score == pytest.approx(other.score), pair.why
