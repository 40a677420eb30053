"""From one reviewed item to a subject of the case and the claims about it."""

from django.utils import timezone

from tocsin.reports.models import Report, ReviewField, ReviewItem, Section

from .how_said import HowSaid, how_said
from .models import Case, Claim, PersonAtRisk, Subject, SubjectKind
from .take_contact import take_contact

KIND_OF_SECTION = {
    Section.PEOPLE: SubjectKind.PERSON,
    Section.GROUPS: SubjectKind.GROUP,
    Section.INCIDENTS: SubjectKind.INCIDENT,
    Section.STATEMENTS: SubjectKind.STATEMENT,
    Section.DEMANDS: SubjectKind.DEMAND,
    Section.ASKS: SubjectKind.ASK,
    Section.CONTACTS: SubjectKind.OFFICE,
    Section.OFFICIALS: SubjectKind.OFFICIAL,
    Section.ORGANISATIONS: SubjectKind.ORGANISATION,
    Section.LINKS: SubjectKind.LINK,
}
# Fields that tie two items together, or one to the directory: they become relations, not claims.
REFERENCES = {"contradicts", "same_as", "directory"}

Taken = dict[ReviewItem, list[ReviewField]]


def take_item(item: ReviewItem, fields: list[ReviewField], case: Case) -> None:
    """Adds an item's taken fields to the case; what stands there from before stays as it is."""
    if item.section == Section.SOURCE:
        _take_country(fields, case)
        return
    subject = item.subjects.filter(case=case).first() or _new_subject(item, case)
    said = how_said(item)
    Claim.objects.bulk_create(
        _claim(field, subject, said) for field in fields if field.name not in REFERENCES
    )
    if subject.kind == SubjectKind.OFFICE:
        take_contact(subject, item)


def _new_subject(item: ReviewItem, case: Case) -> Subject:
    kind = KIND_OF_SECTION[Section(item.section)]
    model = PersonAtRisk if kind == SubjectKind.PERSON else Subject
    return model.objects.create(case=case, kind=kind, item=item, position=case.subjects.count())


def _claim(field: ReviewField, subject: Subject, said: HowSaid) -> Claim:
    return Claim(
        subject=subject,
        predicate=field.name,
        value=field.value,
        asserted_by=said.asserted_by,
        stance=said.stance,
        circumstance=said.circumstance,
        holds_on=said.holds_on(field.name),
        report=field.item.report,
        spans=field.spans,
        accepted_by_id=field.decided_by_id,
        accepted_at=field.decided_at or timezone.now(),
        may_be_shown=field.may_be_shown,
    )


def _take_country(fields: list[ReviewField], case: Case) -> None:
    country = next((f.value for f in fields if f.name == "country"), "")
    if country and not case.country:
        case.country = country
        case.save(update_fields=["country"])


def tie_contradictions(report: Report, case: Case) -> None:
    """Ties the statements of a report that a reviewer agreed contradict each other."""
    statements = case.subjects.filter(kind=SubjectKind.STATEMENT, item__report=report)
    subjects = {s.item.position: s for s in statements.select_related("item") if s.item}
    references = ReviewField.objects.filter(
        item__report=report, item__section=Section.STATEMENTS, name="contradicts"
    )
    for reference in references.select_related("item"):
        later, earlier = subjects.get(reference.item.position), subjects.get(int(reference.value or 0))
        if reference.is_taken and later and earlier and later != earlier:
            later.contradicts = earlier
            later.save(update_fields=["contradicts"])
