"""Correcting what was logged. What stood there before stays as withdrawn claims and in the audit trail."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.cases.access import holds_on, must_hold_on
from tocsin.cases.changed import case_changed
from tocsin.cases.errors import CannotChange
from tocsin.cases.models import Claim, Inquiry, Stance, Subject
from tocsin.members.models import Member, Role
from tocsin.members.record import record
from tocsin.members.revise import as_it_is, keep_revision

from .attempt import Attempt, check
from .keep_decision import keep_decision
from .log_inquiry import fields_of
from .move_added import move_added
from .say import checked, make_claims, told_by
from .statements import standing_claims, statements_of

# What the claims of a statement repeat: where one of these was wrong, they are made anew.
REPEATED = {"office", "office_name", "spoke_with", "asked_at", "about"}


@transaction.atomic
def correct_inquiry(inquiry: Inquiry, attempt: Attempt, by: Member) -> Inquiry:
    """Office, moment, channel, outcome and who answered, as `attempt` tells them; what was said stays.

    Raises CannotChange.
    """
    must_change(inquiry, by)
    check(attempt)
    inquiry = Inquiry.objects.select_for_update().get(pk=inquiry.pk)
    changed = {k: v for k, v in fields_of(attempt).items() if getattr(inquiry, k) != v}
    was = as_it_is(inquiry, changed)
    told = told_by(inquiry)
    for name, value in changed.items():
        setattr(inquiry, name, value)
    inquiry.save(update_fields=[*changed])
    entry = record("inquiry.corrected", inquiry, by, fields=list(changed))
    keep_revision(entry, inquiry, was, within=inquiry.case)
    if REPEATED & set(changed):
        for statement in statements_of(inquiry):
            restate(statement.subject, inquiry, statement.gist, statement.stance, by)
        move_added(inquiry, told, by)
    case_changed(inquiry.case)
    return inquiry


@transaction.atomic
def correct_statement(subject: Subject, gist: str, stance: str, by: Member) -> None:
    """Other words for one thing that was said in an inquiry; the former ones are withdrawn. Raises CannotChange."""
    claim = Claim.objects.filter(subject=subject, predicate="gist", inquiry__isnull=False).last()
    if claim is None or claim.inquiry is None:
        raise CannotChange(_("This statement was not made in an inquiry."))
    must_change(claim.inquiry, by)
    restate(subject, claim.inquiry, checked(gist, stance), stance, by)
    record("inquiry.statement_corrected", claim.inquiry, by, statement=subject.pk, stance=stance)
    case_changed(subject.case)


def must_change(inquiry: Inquiry, by: Member) -> None:
    """A reviewer may change every inquiry; a contributor what she logged herself. Raises PermissionDenied."""
    must_hold_on(inquiry.case, by, Role.CONTRIBUTOR)
    if inquiry.logged_by_id != by.pk and not holds_on(inquiry.case, by, Role.REVIEWER):
        raise PermissionDenied(_("Only a reviewer may change what somebody else has logged."))


def restate(subject: Subject, inquiry: Inquiry, gist: str, stance: str, by: Member | None) -> None:
    """A statement made anew: its former claims are withdrawn. The same words are decided as they were. Part of an act."""
    former = list(standing_claims(subject))
    standing_claims(subject).update(withdrawn_at=timezone.now(), may_be_shown=False)
    make_claims(subject, inquiry, gist, stance or Stance.ASSERTS, by)
    keep_decision(subject, former, by)
    heads = [s.gist for s in statements_of(inquiry)]
    Inquiry.objects.filter(pk=inquiry.pk).update(said="\n".join(heads))
