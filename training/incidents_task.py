"""Annotated appeals -> what the incidents model learns from: the events that rules read, and which of them are filed."""

from collections.abc import Iterator

from tocsin.reading.asks import find_asks
from tocsin.reading.dossiers import spoken_of
from tocsin.reading.incidents import find_incidents
from tocsin.reading.learned.incident_features import items_of
from tocsin.reading.learned.models import Item
from tocsin.reading.marks import Material
from tocsin.reading.merging import dates_fit
from tocsin.reading.officials import find_officials
from tocsin.reading.people import find_people
from tocsin.reading.standing import know_people
from tocsin.reading.statements import find_statements
from tocsin.terms.incidents import Incident, incident_types
from training.markup import Annotation, Appeal
from training.standing_task import material_of

BESIDE = 150  # letters between the places where the reader and the annotator found one event
ALIKE = frozenset(
    frozenset(pair.split())
    for pair in (
        "violence dispersal", "violence torture", "violence press", "violence health", "arrest disappearance",
        "arrest law", "protest strike", "protest dispersal", "siege protest", "threat coercion",
    )
)  # fmt: skip


def weighed(appeal: Appeal) -> Iterator[tuple[Item, bool]]:
    """Every event that rules read, and whether it was tagged as one to file."""
    material = material_of(appeal)
    incidents = _told(material)
    filed = _filed(incidents, appeal.of("incident"))
    for number, item in enumerate(items_of(incidents, material)):
        yield item, number in filed


def _told(material: Material) -> tuple[Incident, ...]:
    dossiers = know_people(material)
    people = find_people(material, dossiers)
    statements = find_statements(material, find_officials(material, dossiers))
    return find_incidents(material, people, spoken_of(dossiers), find_asks(material), statements)


def _filed(incidents: tuple[Incident, ...], tagged: list[Annotation]) -> set[int]:
    """Each tagged event is one of them at most: the most alike first, then the one that stands as far down."""
    pairs = sorted(
        ((_alike(tag, one), -abs(i - j), i, j) for i, tag in enumerate(tagged) for j, one in enumerate(incidents)),
        reverse=True,
    )  # fmt: skip
    met: dict[int, int] = {}
    for alike, _, i, j in pairs:
        if alike and i not in met and j not in met.values():
            met[i] = j
    return set(met.values())


def _alike(tag: Annotation, incident: Incident) -> int:
    """0 where they cannot be one event."""
    told, day = tag.attributes.get("type", "other"), tag.attributes.get("date")
    families = frozenset({_family(told), _family(incident.type)})
    kin = 2 if len(families) == 1 else int(families in ALIKE)
    is_beside = any(
        span.start < tag.end + BESIDE and tag.start < span.end + BESIDE for span in incident.spans
    )
    if not kin or not (is_beside or day) or not dates_fit(day, incident.date):
        return 0
    return kin + (told == incident.type) + 2 * is_beside


def _family(code: str) -> str:
    known = incident_types().get(code)
    return known.family if known else "other"
