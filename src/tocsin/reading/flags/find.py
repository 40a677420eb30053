"""All flags of one report, each with the words that raised it."""

from collections.abc import Iterator

from tocsin.reading.dossiers import Dossier
from tocsin.reading.flags.ages import minors
from tocsin.reading.flags.fundraisers import disputed_fundraiser
from tocsin.reading.flags.leads import leads
from tocsin.reading.flags.list_age import list_age
from tocsin.reading.flags.penalties import conflicting_penalties
from tocsin.reading.flags.sensitive import sensitive
from tocsin.reading.flags.tolls import conflicting_tolls
from tocsin.reading.marks import Material
from tocsin.terms.contacts import Contact
from tocsin.terms.draft import Warning
from tocsin.terms.incidents import Incident


def find_flags(
    material: Material,
    dossiers: list[Dossier],
    incidents: tuple[Incident, ...],
    contacts: tuple[Contact, ...],
) -> Iterator[Warning]:
    yield from sensitive(material)
    yield from minors(material, dossiers)
    yield from disputed_fundraiser(material.document, material.words)
    yield from conflicting_penalties(dossiers, material.words)
    yield from conflicting_tolls(incidents)
    yield from leads(material, incidents)
    yield from list_age(contacts, material.document.published)
