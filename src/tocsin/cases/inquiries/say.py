"""What was said in an inquiry: a statement of the case, with claims of their own date and speaker."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.cases.access import holds_on, must_hold_on
from tocsin.cases.errors import CannotChange
from tocsin.cases.models import Claim, ClaimState, Inquiry, PersonAtRisk, Stance, Subject, SubjectKind
from tocsin.members.models import Member, Role
from tocsin.members.record import record

from .local_time import asked_there


def say(inquiry: Inquiry, gist: str, stance: str, by: Member | None) -> Subject:
    """One thing that was said. Accepted where a reviewer says so; waiting for review from anybody else.

    `by` is None for a volunteer of the call relay. Raises CannotChange for nothing said or an unknown stance.
    """
    must_hold_on(inquiry.case, by, Role.CONTRIBUTOR)
    gist = checked(gist, stance)
    subject = Subject.objects.create(
        case=inquiry.case, kind=SubjectKind.STATEMENT, position=inquiry.case.subjects.count()
    )
    make_claims(subject, inquiry, gist, stance, by)
    record("inquiry.statement_added", inquiry, by, statement=subject.pk, stance=stance)
    return subject


def checked(gist: str, stance: str) -> str:
    """What was said, without stray space. Raises CannotChange."""
    if not gist.strip():
        raise CannotChange(_("Write what was said, in one line."))
    if stance not in Stance.values:
        raise CannotChange(_("Choose one of the words that the form offers."))
    return gist.strip()


def make_claims(subject: Subject, inquiry: Inquiry, gist: str, stance: str, by: Member | None) -> None:
    """The claims of one statement. Only the gist carries the stance: that somebody spoke, we say."""
    values: dict[str, Any] = {"speaker": speaker(inquiry), "gist": gist}
    if about := about_words(inquiry.about):
        values["about"] = about
    if stance == Stance.REFUSES:
        values["refused"] = True
    is_accepted = by is not None and holds_on(inquiry.case, by, Role.REVIEWER)
    Claim.objects.bulk_create(
        Claim(
            subject=subject,
            predicate=predicate,
            value=value,
            asserted_by=speaker(inquiry),
            said_at=said_at(inquiry),
            stance=stance if predicate == "gist" else Stance.ASSERTS,
            inquiry=inquiry,
            state=ClaimState.ACCEPTED if is_accepted else ClaimState.AWAITING,
            accepted_by=by if is_accepted else None,
            accepted_at=timezone.now(),
        )
        for predicate, value in values.items()
    )


def speaker(inquiry: Inquiry) -> str:
    """Who answered and for which office, as both are known."""
    return ", ".join(part for part in (inquiry.spoke_with, inquiry.office_name) if part)[:200]


def told_by(inquiry: Inquiry) -> dict[str, str]:
    """How a claim that is added by hand to a call is told, where nobody says otherwise: by whom, and on which day there."""
    return {"asserted_by": speaker(inquiry), "said_at": asked_there(inquiry).date().isoformat()}


def said_at(inquiry: Inquiry) -> str:
    """EDTF: the moment by the clock of the office."""
    return asked_there(inquiry).isoformat(timespec="seconds")


def about_words(about: Subject | None) -> str:
    """The name of the person whom it was about; empty where she has none or it was about nobody."""
    if about is None:
        return ""
    people = PersonAtRisk.objects.filter(pk=about.pk) | PersonAtRisk.objects.filter(same_as=about.pk)
    names = Claim.objects.filter(subject__in=people.values("pk"), predicate="name", withdrawn_at=None)
    found = names.filter(state=ClaimState.ACCEPTED).order_by("pk").first()
    return str(found.value) if found else ""
