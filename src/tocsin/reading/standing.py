"""Who of the people named is at risk, who holds an office, and who neither: the model decides."""

from tocsin.reading.dossiers import Dossier
from tocsin.reading.learned.models import Item, model
from tocsin.reading.learned.standing_features import item_of
from tocsin.reading.learned.status_features import STATUSES, items_of, plights_of
from tocsin.reading.marks import Material
from tocsin.reading.mentions import gather
from tocsin.reading.officials import office_of
from tocsin.reading.plight import Evidence


def know_people(material: Material) -> list[Dossier]:
    """Everybody named, with offices, standing and status."""
    dossiers = collect(material)
    plights = plights_of(material)
    for dossier in dossiers:
        dossier.standing, dossier.confidence = standing_of(item_of(dossier, dossiers, material))
        if dossier.standing == "risk":
            dossier.status = told_status(dossier) or status_of(items_of(dossier, plights, material))
    return dossiers


def standing_of(item: Item) -> tuple[str, float]:
    """The most probable standing, and how probable it is."""
    return max(model("standing").weigh(item).items(), key=lambda pair: pair[1])


def told_status(dossier: Dossier) -> str | None:
    """The gravest that rules read; None where they read nothing."""
    told = {evidence.status: evidence for evidence in reversed(dossier.evidence)}
    if _is_held_again(told):
        del told["released"]
    return min(told, key=STATUSES.index, default=None)


def _is_held_again(told: dict[str, Evidence]) -> bool:
    """Released once, and taken again on a later day."""
    out, held = told.get("released"), told.get("detained")
    return bool(out and held and out.date and held.date and held.date > out.date)


def status_of(items: dict[str, Item]) -> str:
    """The likeliest by the words around the name."""
    return max(items, key=lambda status: model("status").weigh(items[status])["yes"])


def collect(material: Material) -> list[Dossier]:
    """Everybody named, with offices, before anything is decided."""
    dossiers = gather(material)
    for dossier in dossiers:
        held = (office_of(material, mention) for mention in dossier.mentions)
        dossier.offices.extend(one for one in held if one)
    return dossiers
