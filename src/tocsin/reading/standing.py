"""Who of the people named is at risk, who holds an office, and who neither: the model decides."""

from collections import Counter
from collections.abc import Container

from tocsin.language.leaders import office_of_leader
from tocsin.reading.dossiers import KNOWN, Dossier, Held
from tocsin.reading.evidence import Evidence
from tocsin.reading.learned.company import Company
from tocsin.reading.learned.models import Item, model
from tocsin.reading.learned.standing_features import item_of
from tocsin.reading.learned.status_features import STATUSES, items_of, plights_of
from tocsin.reading.listed.others import others_listed
from tocsin.reading.listed.told import OF_A_LONG_LIST
from tocsin.reading.lists import LISTED
from tocsin.reading.marks import Material
from tocsin.reading.mentions import gather
from tocsin.reading.of_a_group import OF_A_GROUP
from tocsin.reading.offices import office_of
from tocsin.reading.side_by_side import rows_of
from tocsin.reading.signatures import Place, signatures

OFFICE_WEIGHS = {"head_of_state": 3.0, "parliament": 2.0, "spokesperson": 1.5, "": 2.0}
OF_ANY_OFFICE, OF_THE_ARRESTED, OF_THE_TOLD, OF_A_LIST, OF_A_SIGNATURE = 6.0, 2.0, 4.5, 4.0, 6.0
OF_MANY_LISTED = 20.0  # of eight people or more below one another that a sentence announces
OF_A_LEADER = {"official": 0.9, "risk": 0.05, "other": 0.05}
# What befalls only those who are named with it; others speak of an arrest, or are held up for a while.
GRAVE, OF_THE_GRAVE = frozenset({"killed", "missing", "sentenced"}), 12.0
# The texts that teach are full of bystanders; real ones name fewer. Measured on real texts.
BYSTANDERS_IN_ENGLISH, BYSTANDERS_ELSEWHERE = 0.85, 0.5
LONG_ROW = 3  # the mean of so many people is surer than the chance of one


def know_people(material: Material) -> list[Dossier]:
    """Everybody named, with offices, standing and status."""
    dossiers = collect(material)
    company, plights = Company(dossiers), plights_of(material)
    signed, others = signatures(material), others_listed(material)
    chances = [_in_real_texts(item_of(dossier, company, material), material) for dossier in dossiers]
    for dossier in dossiers:
        if any(evidence.rule.endswith(OF_A_LONG_LIST) for evidence in dossier.evidence):
            chances[dossier.number] = _raised(chances[dossier.number], "risk", OF_MANY_LISTED)
        elif _is_leader(dossier, material):
            chances[dossier.number] = OF_A_LEADER
        elif _has_signed(dossier, others):
            chances[dossier.number] = _raised(chances[dossier.number], "other", OF_MANY_LISTED)
        elif dossier.offices:
            chances[dossier.number] = _raised(chances[dossier.number], "official", _weight_of_office(dossier))
        elif _has_signed(dossier, signed):
            chances[dossier.number] = _raised(chances[dossier.number], "other", OF_A_SIGNATURE)
        elif any(evidence.rule.endswith((LISTED, OF_A_GROUP)) for evidence in dossier.evidence):
            chances[dossier.number] = _raised(chances[dossier.number], "risk", OF_A_LIST)
        elif _is_told(dossier):
            weight = OF_THE_GRAVE if _is_told(dossier, GRAVE) else OF_THE_TOLD
            chances[dossier.number] = _raised(chances[dossier.number], "risk", weight)
    rows = rows_of(dossiers, material.words)
    for row in rows:
        _share(chances, {dossier.number for dossier in row})
        _raise_told(chances, row)
        for dossier in row:
            dossier.is_backed = len(row) >= LONG_ROW
    for dossier, chance in zip(dossiers, chances, strict=True):
        dossier.standing, dossier.confidence = likeliest(chance)
        dossier.is_backed |= _is_told(dossier)
        if dossier.standing == "risk":
            dossier.status = _clearly_told(dossier) or status_of(items_of(dossier, plights, material))
    for row in rows:
        _share_status(row, plights, material)
    return dossiers


def _in_real_texts(item: Item, material: Material) -> dict[str, float]:
    """What the model says, had it been taught with as few bystanders as real texts name."""
    weight = BYSTANDERS_IN_ENGLISH if material.words.language == "en" else BYSTANDERS_ELSEWHERE
    return _raised(model("standing").weigh(item), "other", weight)


def _clearly_told(dossier: Dossier) -> str | None:
    """'Solidarity with her' does not tell what has befallen her; 'those under threat of murder:' does, of a list."""
    told = told_status(dossier)
    is_listed = any(evidence.rule.endswith((LISTED, OF_A_LONG_LIST)) for evidence in dossier.evidence)
    return None if told == "at_risk" and not is_listed else told


def _share_status(row: list[Dossier], plights: Counter[str], material: Material) -> None:
    """Those in a long row of whom no rule read what befell them: the likeliest for all of them together."""
    unread = [d for d in row if d.standing == "risk" and told_status(d) is None]
    if len(unread) < LONG_ROW:
        return
    chances = dict.fromkeys(STATUSES, 0.0)
    for dossier in unread:
        for status, item in items_of(dossier, plights, material).items():
            chances[status] += model("status").weigh(item)["yes"]
    for dossier in unread:
        dossier.status = max(chances, key=chances.__getitem__)


def _weight_of_office(dossier: Dossier) -> float:
    """Unions have presidents too, and judges are arrested; otherwise who holds an office is seldom at risk."""
    if _is_told(dossier):
        return OF_THE_ARRESTED
    return max(OFFICE_WEIGHS.get(held.code, OF_ANY_OFFICE) for held in dossier.offices)


def _has_signed(dossier: Dossier, signed: frozenset[Place]) -> bool:
    """Named below the text, and nothing has befallen her."""
    if _is_told(dossier):
        return False
    return any((mention.index, mention.name.start) in signed for mention in dossier.mentions)


def _is_leader(dossier: Dossier, material: Material) -> bool:
    """Known to everybody for an office, and not told of as somebody whom something has befallen."""
    return not _is_told(dossier) and office_of_leader(dossier.name, material.words.language) is not None


def _raised(chance: dict[str, float], label: str, weight: float) -> dict[str, float]:
    """What is printed, an office or the heading of a list, weighs more than the model, which seldom met it, gives it."""
    raised = chance | {label: chance[label] * weight}
    whole = sum(raised.values())
    return {label: value / whole for label, value in raised.items()}


def _share(chances: list[dict[str, float]], row: set[int]) -> None:
    """Everybody in a row stands where the row stands on average."""
    mean = {label: sum(chances[n][label] for n in row) / len(row) for label in chances[min(row)]}
    for number in row:
        chances[number] = mean


def _raise_told(chances: list[dict[str, float]], row: list[Dossier]) -> None:
    """'Free Anna, Ben and Carla': what befell everybody in a row is no slip."""
    if len(row) >= LONG_ROW and all(_is_told(dossier) for dossier in row):
        for number in {dossier.number for dossier in row}:
            chances[number] = _raised(chances[number], "risk", OF_A_LIST)


def _is_told(dossier: Dossier, of: Container[str] = STATUSES) -> bool:
    return any(evidence.is_sure and evidence.status in of for evidence in dossier.evidence)


def likeliest(chances: dict[str, float]) -> tuple[str, float]:
    """The most probable standing, and how probable it is."""
    return max(chances.items(), key=lambda pair: pair[1])


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
        if not dossier.offices and (office := office_of_leader(dossier.name, material.words.language)):
            dossier.offices.append(Held(office, dossier.spans[0], KNOWN))
    return dossiers
