"""People at risk: whom the text says something has happened to, or may."""

from tocsin.language.names import same_person
from tocsin.reading.charges import charge_of, penalty_of
from tocsin.reading.dossiers import Dossier
from tocsin.reading.marks import Material
from tocsin.reading.plight import Evidence
from tocsin.terms.people import Official, Person
from tocsin.terms.span import FieldSpans

GRAVEST_FIRST = (
    "killed", "missing", "deported", "released", "sentenced", "injured", "charged", "detained",
    "dismissed", "threatened", "in_hiding", "on_strike", "at_risk", "other",
)  # fmt: skip


def find_people(
    material: Material, dossiers: list[Dossier], officials: tuple[Official, ...]
) -> tuple[Person, ...]:
    """Everybody with a fate of their own in the text, in the order of first mention."""
    in_office = [official.name for official in officials if official.name]
    writers = _writers(material)
    return tuple(
        _person(dossier, material)
        for dossier in dossiers
        if dossier.evidence and not _is_other(dossier, in_office, writers)
    )


def _is_other(dossier: Dossier, in_office: list[str], writers: list[str]) -> bool:
    """Office holders and writers are at risk only where the text says so more than once, or surely."""
    sure = sum(evidence.is_sure for evidence in dossier.evidence)
    named = [dossier.name, *dossier.aliases]
    if any(same_person(a, b) or same_person(b, a) for a in named for b in writers):
        return True
    return any(same_person(a, b) for a in named for b in in_office) and sure < 2


def _writers(material: Material) -> list[str]:
    """Names in bylines, captions' credits and mail headers."""
    bylines = material.words.words("byline")
    found: list[str] = []
    for marked in material.marked:
        for name in marked.people:
            before = marked.text[: name.start].strip(' *_[(-–:"').lower()
            alone = not marked.text[name.end :].strip(" .*_")
            if before in bylines and (alone or len(marked.text) < 80):
                found.append(name.text)
    return found


def _is_held_again(found: dict[str, Evidence]) -> bool:
    """Released once, and taken again on a later day."""
    out, held = found.get("released"), found.get("detained")
    return bool(out and held and out.date and held.date and held.date > out.date)


def _person(dossier: Dossier, material: Material) -> Person:
    found = {evidence.status: evidence for evidence in reversed(dossier.evidence)}
    statuses = sorted(found, key=GRAVEST_FIRST.index)
    if _is_held_again(found):
        statuses = [status for status in statuses if status != "released"]
    charge, penalty = (
        charge_of(dossier.evidence, material.words),
        penalty_of(dossier.evidence, material.words),
    )
    fields: FieldSpans = {"status": (found[statuses[0]].span,)}
    for key, value in (("role", dossier.role), ("charge", charge), ("penalty", penalty)):
        if value:
            fields[key] = (value[1],)
    sure = any(evidence.is_sure for evidence in dossier.evidence)
    return Person(
        name=dossier.name,
        role=dossier.role[0] if dossier.role else None,
        status=statuses[0],
        spans=tuple(dict.fromkeys(sorted(dossier.spans))),
        aliases=tuple(alias for alias in dossier.aliases if alias != dossier.name),
        since=found[statuses[0]].date,
        charge=charge[0] if charge else None,
        penalty=penalty[0] if penalty else None,
        also=tuple(statuses[1:]),
        field_spans=fields,
        confidence=0.9 if sure and len(dossier.evidence) > 1 else 0.75 if sure else 0.55,
        rule=found[statuses[0]].rule,
    )
