"""What a record is called on the desk's pages: a person by name, a claim by its person and its field."""

from typing import Any

from django.utils.translation import get_language

from tocsin.cases.case_claims import SECTION_OF_KIND, words
from tocsin.cases.models import Assessment, Claim, Judgement, ReliableSource, Subject, SubjectKind
from tocsin.directory.models import Accreditation
from tocsin.followup.models import Update
from tocsin.language.countries import country_name
from tocsin.reports.fields import FIELDS, field, main_field
from tocsin.reports.label import report_label
from tocsin.reports.models import RepeatJudgement


def record_name(record: Any) -> str:
    """Empty for what has no words of its own, or none that still stand."""
    if isinstance(record, Claim | Assessment):
        return _claim_name(record)
    if isinstance(record, Judgement):
        return " – ".join(filter(None, (_subject_name(record.left), _subject_name(record.right))))
    if isinstance(record, ReliableSource | RepeatJudgement):
        return report_label(record.report)
    if isinstance(record, Accreditation):
        return f"{record.office}: {country_name(record.serves, get_language() or 'en')}"
    if isinstance(record, Update):
        return next((text.subject for text in record.texts.all()), "")
    return _subject_name(record) if isinstance(record, Subject) else str(record)


def _subject_name(subject: Subject) -> str:
    main = main_field(SECTION_OF_KIND[SubjectKind(subject.kind)]).name
    named = Claim.objects.filter(subject=subject.pk, predicate=main, withdrawn_at=None).first()
    return words(subject.kind, main, named.value) if named else ""


def _claim_name(claim: Claim | Assessment) -> str:
    section = SECTION_OF_KIND[SubjectKind(claim.subject.kind)]
    known = claim.predicate in {each.name for each in FIELDS[section]}
    label = str(field(section, claim.predicate).label) if known else ""
    return ": ".join(filter(None, (_subject_name(claim.subject), label)))
