"""Which events seem told only in passing, and are suggestions to a reviewer: rules read them, the model weighs them."""

from dataclasses import replace

from tocsin.reading.learned.incident_features import items_of
from tocsin.reading.learned.models import model
from tocsin.reading.marks import Material
from tocsin.terms.incidents import Incident, incident_types

UNLIKELY = 0.2  # measured on real texts: of those below it a researcher files about one in five
GRAVE = frozenset({"killing", "disappearance"})


def with_doubts(incidents: tuple[Incident, ...], material: Material) -> tuple[Incident, ...]:
    """None is left out: a doubtful one bears the model's low chance as its confidence. Deaths are never doubted so."""
    items = items_of(incidents, material)
    chances = [model("incidents").weigh(item)["yes"] for item in items]
    return tuple(
        replace(one, confidence=round(chance, 2)) if chance < UNLIKELY and not _is_grave(one) else one
        for one, chance in zip(incidents, chances, strict=True)
    )


def _is_grave(incident: Incident) -> bool:
    is_of_people = bool(incident.affected) or incident.count is not None
    return is_of_people and incident_types()[incident.type].family in GRAVE
