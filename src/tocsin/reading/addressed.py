"""Office holders whom the text asks its readers to write to: their entries name them beside the office."""

from collections.abc import Iterable, Iterator

from tocsin.language.lexicon import Lexicon
from tocsin.reading.dossiers import Dossier, Held
from tocsin.terms.contacts import Contact

OF_STATE = frozenset(
    {
        "head_of_state", "head_of_government", "ministry", "embassy", "consulate", "permanent_mission", "prosecutor",
        "court", "police", "prison", "local_authority", "parliament",
    }
)  # fmt: skip
SURE = 0.9


def note_addressed(dossiers: Iterable[Dossier], contacts: Iterable[Contact], words: Lexicon) -> None:
    """Whoever is written to at an office of the state holds it, unless something has befallen her."""
    entries = [one for one in contacts if one.person and one.office and _is_public(one, words)]
    for dossier in dossiers if entries else ():
        if any(evidence.is_sure for evidence in dossier.evidence):
            continue
        for held in _held(dossier, entries):
            dossier.offices.append(held)
            dossier.standing, dossier.confidence = "official", max(SURE, dossier.confidence)


def _is_public(entry: Contact, words: Lexicon) -> bool:
    """Of the state by its kind, or headed by somebody in authority; friends are written to as well."""
    if entry.role == "solidarity_to" or not entry.office:
        return False
    leads = entry.kind == "other" and "authority" in words.cues("callings").codes(entry.office)
    return entry.kind in OF_STATE or (leads and entry.role == "target")


def _held(dossier: Dossier, entries: Iterable[Contact]) -> Iterator[Held]:
    for entry in entries:
        names = entry.field_spans.get("person", ())
        office = entry.field_spans.get("office", entry.spans)[0]
        if entry.office and any(span.overlaps(name) for span in dossier.spans for name in names):
            yield Held(entry.office, office, "in the address of")
