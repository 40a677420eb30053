"""Hints for a reviewer, and who keeps a territory's foreign relations."""

from tocsin.routing.shipped.dependencies import dependency
from tocsin.routing.shipped.hint import hubs_for


def test_ireland_is_mostly_covered_from_london() -> None:
    first = hubs_for("IE")[0]
    assert first.host == "GB"
    assert first.share > 0.9


def test_no_hint_for_a_place_that_nobody_covers() -> None:
    assert hubs_for("ZZ") == ()


def test_a_territory_names_its_sovereign_in_the_words_of_the_source() -> None:
    gibraltar = dependency("GI")
    assert gibraltar is not None
    assert (gibraltar.sovereign, gibraltar.stated) == ("GB", "overseas territory of the UK")
    assert gibraltar.told.source == "The World Factbook"


def test_a_state_depends_on_nobody() -> None:
    assert dependency("KZ") is None
