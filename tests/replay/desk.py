"""What several days do at the desk."""

from collections.abc import Mapping

from .visitor import Visitor


def reviews(
    coordinator: Visitor, headline: str, published: str, offices: Mapping[str, str] | None = None
) -> None:
    """Accepts what was found, section by section, as what may be shown.

    `offices` that the reader missed: their names, and the words of the report that tell of them.
    """
    coordinator.opens("/desk/").follows(headline)
    if coordinator.has("Set the date"):
        coordinator.presses("Set the date", {"When was this report published": published})
    coordinator.presses("Begin the review")
    for name, words in (offices or {}).items():
        typed = {"Office": name, "Words of the report": words}
        coordinator.presses("Add", typed, by="Whom to write to")
    while coordinator.has("Accept all"):
        shown = {"all may be shown": True} if coordinator.asks("Accept all", "all may be shown") else {}
        coordinator.presses("Accept all", shown)


def names_the_lawyer(coordinator: Visitor) -> None:
    """Her name stands in published sources."""
    coordinator.presses(
        "Store",
        {"Shown as": "full", "On what ground": "published", "Who agreed": "Named by her union in June 2011"},
        by="Natalia Sokolova",
    )


def adds_a_contact(coordinator: Visitor, way: str, value: str) -> None:
    """On the page of an office."""
    typed = {"Way": way, "Address or number": value, "Where you checked it": "its own letterhead"}
    coordinator.presses("Add and confirm", typed)
