"""What a retraction does to what it takes back.

Only one that is known to have been spoken freely takes anything back. One made in custody or under pressure, or
nobody knows how, stands beside what it retracts and removes nothing of it.
"""

import json
from collections.abc import Sequence
from typing import Any, Protocol

from tocsin.reports.models import Report

from .models import Circumstance, Stance, Subject, SubjectKind


class Weighed(Protocol):
    """What of a claim is weighed, be it a model or a plain row."""

    @property
    def pk(self) -> int: ...
    @property
    def subject(self) -> Subject: ...
    @property
    def predicate(self) -> str: ...
    @property
    def value(self) -> Any: ...
    @property
    def asserted_by(self) -> str: ...
    @property
    def stance(self) -> str: ...
    @property
    def circumstance(self) -> str: ...
    @property
    def said_at(self) -> str: ...
    @property
    def report(self) -> Report | None: ...
    @property
    def report_id(self) -> int | None: ...
    @property
    def inquiry_id(self) -> int | None: ...


def taken_back(claims: Sequence[Weighed]) -> set[int]:
    """Keys of those of `claims`, all about one subject, that whoever said them took back freely, and later."""
    freely = [c for c in claims if c.stance == Stance.RETRACTS and c.circumstance == Circumstance.FREE]
    return {c.pk for c in claims for r in freely if _takes_back(r, c)}


def is_told(claim: Weighed, is_taken_back: bool) -> bool:
    """Whether the claim may be said as what somebody claims. A statement is told whatever its stance."""
    if claim.subject.kind == SubjectKind.STATEMENT:
        return True
    return claim.stance == Stance.ASSERTS and not is_taken_back


def same_value(claim: Weighed) -> str:
    """Equal for two claims that say the same thing, whoever says it."""
    value = claim.value.casefold() if isinstance(claim.value, str) else claim.value
    return json.dumps([claim.predicate, value], sort_keys=True)


def voice(claim: Weighed) -> str:
    """Whose word it is: the speaker's, else that of whoever published the report, else that of the call."""
    if claim.asserted_by:
        return claim.asserted_by.casefold()
    if claim.report is not None:
        return claim.report.publisher.casefold() or f"report {claim.report_id}"
    return f"inquiry {claim.inquiry_id}"


def dated(claim: Weighed) -> str:
    """When it was said, EDTF: by its own date, else by that of its report."""
    return claim.said_at or (claim.report.published if claim.report else "")


def _takes_back(retraction: Weighed, claim: Weighed) -> bool:
    if claim.pk == retraction.pk or claim.stance == Stance.RETRACTS:
        return False
    is_same = same_value(claim) == same_value(retraction) and voice(claim) == voice(retraction)
    return is_same and _after(retraction, claim)


def _after(later: Weighed, earlier: Weighed) -> bool:
    """By what is known of the dates; undated, in the order in which they came in."""
    first, second = dated(earlier).rstrip("?~%"), dated(later).rstrip("?~%")
    return second >= first if first and second else later.pk > earlier.pk
