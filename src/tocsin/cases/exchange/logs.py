"""What was tried: inquiries, remedies, and the days that are set. For a lawyer alone."""

from collections.abc import Iterable

from django.db.models import QuerySet

from tocsin.language.date_words import date_words
from tocsin.terms.case_file import FileDeadline, FileInquiry, FileRemedy

from ..models import Case, Consent, Inquiry


def _inquiries(case: Case) -> QuerySet[Inquiry]:
    return case.inquiries.filter(withdrawn_at=None)


def inquiry_numbers(case: Case) -> dict[int, int]:
    """Key of an inquiry -> its number in the file."""
    return {pk: place for place, pk in enumerate(_inquiries(case).values_list("pk", flat=True), 1)}


def inquiries_of(case: Case) -> tuple[FileInquiry, ...]:
    return tuple(
        FileInquiry(
            number=place,
            office=inquiry.office_name,
            channel=inquiry.channel,
            asked_at=inquiry.asked_at.isoformat(timespec="minutes"),
            asked_by=inquiry.asked_by,
            spoke_with=inquiry.spoke_with,
            outcome=inquiry.outcome,
            outcome_words=inquiry.get_outcome_display(),
            said=inquiry.said,
        )
        for place, inquiry in enumerate(_inquiries(case), 1)
    )


def remedies_of(case: Case) -> tuple[FileRemedy, ...]:
    return tuple(
        FileRemedy(
            number=place,
            kind=remedy.get_kind_display(),
            office=remedy.office_name,
            asked_for=remedy.asked_for,
            tried_on=remedy.tried_on,
            outcome=remedy.outcome,
            outcome_words=remedy.get_outcome_display(),
            decided_on=remedy.decided_on,
            decided_by=remedy.decided_by,
            reason_given=remedy.reason_given,
            source=remedy.source,
        )
        for place, remedy in enumerate(case.remedies.all(), 1)
    )


def deadlines_of(case: Case) -> tuple[FileDeadline, ...]:
    return tuple(
        FileDeadline(d.due_on.isoformat(), d.get_kind_display(), d.note, d.done_at is not None)
        for d in case.deadlines.all()
    )


def consents_in_words(consents: Iterable[Consent]) -> tuple[str, ...]:
    """Who agreed to what, when and how, and what became of it."""
    return tuple(
        ", ".join(
            part
            for part in (
                f"{c.get_basis_display()}: {c.given_by}",
                date_words(c.given_on),
                c.get_way_display(),
                c.note,
                f"withdrawn {date_words(c.withdrawn_on)}" if c.withdrawn_at else "",
            )
            if part
        )
        for c in consents
    )
