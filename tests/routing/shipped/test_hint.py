"""Hints for a reviewer."""

from tocsin.routing.shipped.hint import hubs_for


def test_ireland_is_mostly_covered_from_london() -> None:
    first = hubs_for("IE")[0]
    assert first.host == "GB"
    assert first.share > 0.9


def test_no_hint_for_a_place_that_nobody_covers() -> None:
    assert hubs_for("ZZ") == ()
