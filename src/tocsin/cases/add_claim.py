"""A claim that a person adds by hand: with its report and words, or with the call in which it was said."""

import re

from django.db import transaction
from django.utils.translation import gettext as _

from tocsin.members.models import Member, Role
from tocsin.members.record import record
from tocsin.reports.fields import FIELDS
from tocsin.reports.kinds.kind import CannotRead
from tocsin.reports.models import Report, Section

from .access import must_hold_on
from .case_claims import SECTION_OF_KIND
from .changed import case_changed
from .errors import CannotChange
from .find_same import find_same_of
from .inquiries.say import told_by
from .models import Claim, Inquiry, Subject, SubjectKind
from .take_item import REFERENCES
from .tell_claim import checked_telling


@transaction.atomic
def add_claim(
    subject: Subject,
    predicate: str,
    typed: str,
    by: Member | None,
    *,
    report: Report | None = None,
    words: str = "",
    inquiry: Inquiry | None = None,
    stance: str = "asserts",
    circumstance: str = "",
    asserted_by: str = "",
    said_at: str = "",
    holds_on: str = "",
) -> Claim:
    """Adds an accepted claim that is not shown yet. `typed` is read as its field reads it; `words` stand in the report.

    Of a call it is what the office said, on the day of the call there, unless the reviewer says otherwise.
    Raises CannotChange: no source or two, words that do not stand there, or a value that does not fit.
    """
    must_hold_on(subject.case, by, Role.REVIEWER)
    told = checked_telling(stance, circumstance, asserted_by, said_at, holds_on)
    made = Claim.objects.create(
        subject=subject,
        predicate=predicate,
        value=_value(subject, predicate, typed),
        spans=_spans(subject, report, words, inquiry),
        report=report,
        inquiry=inquiry,
        accepted_by=by,
        **_by_the_call(told, inquiry),
    )
    record("claim.added", made, by, about=subject.pk, predicate=predicate)
    find_same_of(subject)
    case_changed(subject.case)
    return made


def _by_the_call(told: dict[str, str], inquiry: Inquiry | None) -> dict[str, str]:
    if inquiry is None:
        return told
    return told | {name: told[name] or words for name, words in told_by(inquiry).items()}


def _value(subject: Subject, predicate: str, typed: str) -> object:
    section = Section(SECTION_OF_KIND[SubjectKind(subject.kind)])
    found = next((f for f in FIELDS[section] if f.name == predicate and predicate not in REFERENCES), None)
    if found is None:
        raise CannotChange(_("Choose what the claim is about."))
    try:
        return found.kind.read(typed)
    except CannotRead as error:
        raise CannotChange(str(error)) from error


def _spans(subject: Subject, report: Report | None, words: str, inquiry: Inquiry | None) -> list[list[int]]:
    """Where the words stand, in code points. Spaces and line breaks may differ from those typed."""
    if (report is None) == (inquiry is None):
        raise CannotChange(_("Say where it was said: in one report, or in one call."))
    if inquiry is not None:
        if inquiry.case_id != subject.case_id:
            raise CannotChange(_("This call belongs to another case."))
        return []
    if report is None or not subject.case.reports.filter(pk=report.pk, sealed_at=None).exists():
        raise CannotChange(_("This report is not part of the case."))
    if not words.strip():
        raise CannotChange(_("Copy the words of the report that say so."))
    pattern = r"\s+".join(re.escape(part) for part in words.split())
    found = re.search(pattern, report.text)
    if found is None:
        raise CannotChange(_("These words do not stand in the report. Copy them from it letter for letter."))
    return [[found.start(), found.end()]]
