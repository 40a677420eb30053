"""What a record is called on the desk's pages: a person by name, a claim by its person and its field."""

from typing import Any

from tocsin.cases.case_claims import SECTION_OF_KIND, words
from tocsin.cases.models import Claim, Subject, SubjectKind
from tocsin.reports.fields import FIELDS, field, main_field


def record_name(record: Any) -> str:
    """Empty for what has no words of its own, or none that still stand."""
    if isinstance(record, Claim):
        return _claim_name(record)
    return _subject_name(record) if isinstance(record, Subject) else str(record)


def _subject_name(subject: Subject) -> str:
    main = main_field(SECTION_OF_KIND[SubjectKind(subject.kind)]).name
    named = Claim.objects.filter(subject=subject.pk, predicate=main, withdrawn_at=None).first()
    return words(subject.kind, main, named.value) if named else ""


def _claim_name(claim: Claim) -> str:
    section = SECTION_OF_KIND[SubjectKind(claim.subject.kind)]
    known = claim.predicate in {each.name for each in FIELDS[section]}
    label = str(field(section, claim.predicate).label) if known else ""
    return ": ".join(filter(None, (_subject_name(claim.subject), label)))
