"""Annotated appeals -> what the standing model learns from: one item a person named, and where she stands."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from tocsin.language.lexicon import lexicon
from tocsin.language.reckoning import anchor_of
from tocsin.reading.document import lay_out
from tocsin.reading.dossiers import Dossier
from tocsin.reading.learned.company import Company
from tocsin.reading.learned.models import Item
from tocsin.reading.learned.standing_features import item_of
from tocsin.reading.learned.status_features import items_of, plights_of
from tocsin.reading.marks import Material, mark
from tocsin.reading.standing import collect, told_status
from training.markup import Annotation, Appeal

STANDINGS = {"person": "risk", "official": "official", "other": "other"}


def material_of(appeal: Appeal) -> Material:
    document = lay_out(appeal.text, appeal.language, appeal.published)
    return mark(document, lexicon(appeal.language), anchor_of(appeal.published))


@dataclass(frozen=True)
class Known:
    """What the models are told of a person, and what is true; `statuses` is empty for those not at risk.

    `told` is the status that rules read, so that no model is asked.
    """

    item: Item
    standing: str
    status_items: dict[str, Item]
    statuses: list[str]
    told: str | None


def known(appeal: Appeal) -> Iterator[Known]:
    """Everybody whom the reader sees in a text."""
    material = material_of(appeal)
    dossiers, plights = collect(material), plights_of(material)
    company = Company(dossiers)
    for dossier in dossiers:
        tagged = tags_of(dossier, appeal.of(*STANDINGS))
        standing = true_standing(tagged)
        yield Known(
            item_of(dossier, company, material),
            standing,
            items_of(dossier, plights, material),
            true_statuses(appeal, tagged) if standing == "risk" else [],
            told_status(dossier),
        )


def tags_of(dossier: Dossier, names: list[Annotation]) -> list[Annotation]:
    return [
        name for span in dossier.spans for name in names if name.start < span.end and span.start < name.end
    ]


def true_standing(tagged: list[Annotation]) -> str:
    """What most of the mentions are tagged; words that name nobody stand for somebody else too."""
    met = Counter(STANDINGS[name.kind] for name in tagged)
    return met.most_common(1)[0][0] if met else "other"


def true_statuses(appeal: Appeal, tagged: list[Annotation]) -> list[str]:
    """Where the person stands at the end of the text, then what she went through before."""
    number = next(name.attributes.get("id") for name in tagged if name.kind == "person")
    told = [
        a.attributes
        for a in appeal.of("person")
        if a.attributes.get("id") == number and "status" in a.attributes
    ]
    return " ".join(f"{one['status']} {one.get('also', '')}" for one in reversed(told)).split() or ["at_risk"]
