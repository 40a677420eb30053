"""Which of the events read are the case's own: rules read them, the model decides."""

from tocsin.reading.learned.incident_features import items_of
from tocsin.reading.learned.models import model
from tocsin.reading.marks import Material
from tocsin.terms.incidents import Incident, incident_types

LEAST = 0.2  # measured on real texts: below it two of three are none that a researcher files
FEW = 3  # events of a text that tells of nothing else
GRAVE = frozenset({"killing", "disappearance"})


def filed(incidents: tuple[Incident, ...], material: Material) -> tuple[Incident, ...]:
    """Those likely enough, where a text tells of many; who was killed or has disappeared is never left out."""
    if len(incidents) <= FEW:
        return incidents
    items = items_of(incidents, material)
    return tuple(
        one
        for one, item in zip(incidents, items, strict=True)
        if _is_grave(one) or model("incidents").weigh(item)["yes"] >= LEAST
    )


def _is_grave(incident: Incident) -> bool:
    is_of_people = bool(incident.affected) or incident.count is not None
    return is_of_people and incident_types()[incident.type].family in GRAVE
