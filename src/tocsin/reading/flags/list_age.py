"""How old a list of offices is, by numbering plans that were gone when it was printed (`renumberings.csv`)."""

from collections.abc import Iterator

from tocsin.terms.contacts import Contact, Number
from tocsin.terms.draft import Warning
from tocsin.terms.span import Span


def list_age(contacts: tuple[Contact, ...], published: str | None) -> Iterator[Warning]:
    """One warning for the list: which plan changed first among those that it still prints."""
    stale = [
        (number, contact)
        for contact in contacts
        for number in (*contact.phones, *contact.faxes)
        if number.repaired
    ]
    if not stale:
        return
    from tocsin.language.phones import renumbered_since  # here: no numbers, no numbering plans

    dated = [(since, number, contact) for number, contact in stale if (since := renumbered_since(number))]
    if published and published[:4].isdigit():
        dated = [found for found in dated if found[0] <= int(published[:4])]
    if dated:
        yield _warning(dated, published)


def _warning(dated: list[tuple[int, Number, Contact]], published: str | None) -> Warning:
    first = min(since for since, _, _ in dated)
    changes = sorted({f"{number.repaired}".split(";")[0] for _, number, _ in dated})
    printed = f", though the text is of {published[:4]}" if published else ""
    message = (
        f"Numbers in plans that changed from {first} on{printed} ({len(dated)} in all): the list, or these entries of it, "
        f"were made before. {'; '.join(changes)}. Confirm each before it is dialled."
    )
    spans: set[Span] = {span for _, _, contact in dated for span in contact.spans}
    return Warning("list_age", message, tuple(sorted(spans)))
