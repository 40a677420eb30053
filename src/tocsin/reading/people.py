"""People at risk: whom the text says something has happened to, or may."""

from tocsin.language.person_names import is_family_name, is_given_name
from tocsin.reading.charges import charge_of, penalty_of
from tocsin.reading.dossiers import Dossier
from tocsin.reading.marks import Material
from tocsin.terms.people import Person
from tocsin.terms.span import FieldSpans

# A wrong name costs a reviewer more than a missing one: who is not backed by a rule or a row must look the surer.
LEAST, LEAST_ALONE, LEAST_UNKNOWN = 0.5, 0.93, 0.8


def find_people(material: Material, dossiers: list[Dossier]) -> tuple[Person, ...]:
    """Everybody at risk, in the order of first mention."""
    return tuple(_person(dossier, material) for dossier in dossiers if _is_at_risk(dossier))


def _is_at_risk(dossier: Dossier) -> bool:
    is_sure = dossier.confidence >= (LEAST if dossier.is_backed else LEAST_ALONE)
    return dossier.standing == "risk" and is_sure and (dossier.is_backed or _is_name(dossier))


def _is_name(dossier: Dossier) -> bool:
    """Districts, songs and firms look like names too: a part is known, or the name model is sure."""
    return any(is_given_name(part) or is_family_name(part) for part in dossier.name.split()) or any(
        mention.name.sure >= LEAST_UNKNOWN for mention in dossier.mentions
    )


def _person(dossier: Dossier, material: Material) -> Person:
    status = dossier.status
    told = next((evidence for evidence in dossier.evidence if evidence.status == status), None)
    others = dict.fromkeys(evidence.status for evidence in dossier.evidence if evidence.status != status)
    charge, penalty = (
        charge_of(dossier.evidence, material.words),
        penalty_of(dossier.evidence, material.words),
    )
    fields: FieldSpans = {"status": (told.span if told else dossier.spans[0],)}
    for key, value in (("role", dossier.role), ("charge", charge), ("penalty", penalty)):
        if value:
            fields[key] = (value[1],)
    return Person(
        name=dossier.name,
        role=dossier.role[0] if dossier.role else None,
        status=status,
        spans=tuple(dict.fromkeys(sorted(dossier.spans))),
        aliases=tuple(alias for alias in dossier.aliases if alias != dossier.name),
        since=told.date if told else None,
        charge=charge[0] if charge else None,
        penalty=penalty[0] if penalty else None,
        also=tuple(others),
        field_spans=fields,
        confidence=round(dossier.confidence, 2),
        rule=told.rule if told else f"{status}: by the words around the name",
    )
