"""The subjects of a case as FollowTheMoney entities: a fragment for each source that says something of them."""

from collections.abc import Iterator

from tocsin.terms.case_file import CaseFile, FileSubject, Said
from tocsin.terms.incident_mappings import mapped

from ..edtf import plain_dates
from .entity import Entity, Names

_SCHEMA = {
    "person": "Person",
    "group": "LegalEntity",
    "incident": "Event",
    "statement": "Note",
    "demand": "Note",
    "ask": "Note",
    "official": "PublicBody",
    "organisation": "Organization",
    "office": "PublicBody",
}
# Our predicate -> the property that holds its words.
_PROPERTY = {
    "person": {"name": "name", "aliases": "alias", "role": "position", "status": "status"},
    "group": {"label": "name", "status": "status"},
    "incident": {"count": "summary", "place": "location"},
    "statement": {"gist": "description", "speaker": "name"},
    "demand": {"text": "description"},
    "ask": {"kind": "name"},
    "official": {"office": "name"},
    "organisation": {"name": "name"},
    "office": {"office": "name", "address": "address"},
}
_CODES = {"of_country": "mainCountry", "serves": "jurisdiction"}
_UNION = "pol.union"


def subject_entities(
    subject: FileSubject, case: CaseFile, names: Names, people: dict[str, int]
) -> Iterator[Entity]:
    """First what the desk calls it, then each source's own fragment. Links have no place in FollowTheMoney."""
    if subject.kind not in _SCHEMA:
        return
    yield _desk(subject, case, names)
    fragments: dict[str, Entity] = {}
    for said in subject.said:
        dataset = names.dataset(said.exhibit, said.inquiry)
        entity = fragments.setdefault(
            dataset, Entity(names.subject(subject.key), _SCHEMA[subject.kind], dataset)
        )
        _add(entity, subject, said, names)
    for dataset, entity in fragments.items():
        yield entity
        yield from _charges(subject, dataset, names)
    if subject.kind == "incident":
        yield from _roles(subject, names, people)


def _desk(subject: FileSubject, case: CaseFile, names: Names) -> Entity:
    """Every entity has a name, from whichever source; and what the editors conclude."""
    desk = Entity(names.subject(subject.key), _SCHEMA[subject.kind], names.dataset())
    desk.add("name", subject.heading)
    desk.add("country", case.country.lower())
    for wording in subject.wordings:
        desk.add("notes", f"{wording.label}, {wording.verdict_words}: {wording.wording}")
    if subject.kind == "incident":
        desk.add("recordId", names.subject(subject.key))
        codes = (f"{scheme}:{code}" for scheme, code in mapped(subject.type).items())
        desk.add("keywords", subject.type, *codes)
    if subject.kind == "organisation" and subject.value("kind") == "union":
        desk.add("topics", _UNION)
    return desk


def _add(entity: Entity, subject: FileSubject, said: Said, names: Names) -> None:
    if said.exhibit and entity.schema != "Call":
        entity.add("proof", names.exhibit(said.exhibit))
    if subject.kind == "incident" and said.predicate == "date" and _is_free(said):
        return _add_date(entity, said)
    name = _PROPERTY[subject.kind].get(said.predicate)
    if not _is_free(said) or (name is None and said.predicate not in _CODES):
        return entity.add("notes", _told(said))
    if said.predicate in _CODES:
        codes = said.value if isinstance(said.value, list) else [said.value]
        return entity.add(_CODES[said.predicate], *(str(code).lower() for code in codes))
    return entity.add(name or "notes", *(said.value if said.predicate == "aliases" else [said.words]))


def _is_free(said: Said) -> bool:
    """Asserted, and not by somebody in others' hands."""
    return said.stance == "asserts" and said.circumstance not in ("in_custody", "under_pressure")


def _add_date(entity: Entity, said: Said) -> None:
    plain = plain_dates(str(said.value))
    entity.add("startDate", plain.first)
    entity.add("endDate", plain.last)
    if not plain.is_exact:
        entity.add("notes", f"Date as known (EDTF): {said.value}")


def _told(said: Said) -> str:
    """A claim in words, with all that FollowTheMoney has no property for."""
    how = [said.said_by, said.stance_words if said.stance != "asserts" else "", said.circumstance_words]
    by = f" ({'; '.join(part for part in how if part)})" if any(how) else ""
    when = f", {said.holds_on}" if said.holds_on else ""
    return f"{said.label}{when}: {said.words}{by}"


def _charges(subject: FileSubject, dataset: str, names: Names) -> Iterator[Entity]:
    """A charge is a court case with the person as a party."""
    for said in subject.said:
        here = names.dataset(said.exhibit, said.inquiry) == dataset
        if subject.kind == "person" and said.predicate == "charge" and here and _is_free(said):
            case = Entity(names.subject(subject.key, f"-charge{said.key}"), "CourtCase", dataset)
            case.add("name", said.words)
            party = Entity(names.subject(subject.key, f"-party{said.key}"), "CourtCaseParty", dataset)
            party.add("party", names.subject(subject.key))
            party.add("case", case.id)
            party.add("role", "accused")
            yield from (case, party)


def _roles(subject: FileSubject, names: Names, people: dict[str, int]) -> Iterator[Entity]:
    """FollowTheMoney's events know no roles: a link says who was affected, where a person of the case is meant."""
    for said in subject.said:
        if said.predicate != "affected" or not _is_free(said):
            continue
        for name in said.value:
            if key := people.get(str(name).casefold()):
                link = Entity(
                    names.subject(subject.key, f"-role{key}-{said.key}"),
                    "UnknownLink",
                    names.dataset(said.exhibit, said.inquiry),
                )
                link.add("subject", names.subject(key))
                link.add("object", names.subject(subject.key))
                link.add("role", "affected")
                yield link
