"""Forgetting earlier wordings: of a case whose report was sealed, of a person whose consent was withdrawn."""

from typing import Any

from tocsin.members.models import Revision
from tocsin.members.record import name_of
from tocsin.members.revise import forget_words
from tocsin.reports.models import Report

from ..mask import Mask
from ..models import Case, Claim, PersonAtRisk
from ..names import NAME_PREDICATES
from ..one_subject import one_subject


def forget_report(report: Report, cases: list[Case]) -> None:
    """Nobody can say which earlier wordings of a case retell a report that is sealed: all of them go.

    What the case says today stays, frozen, until a publisher has read it again.
    """
    forget_words(Revision.objects.filter(within=name_of(report)))
    for case in cases:
        # Who was on the case, and as what, tells nothing of the report.
        of_case = Revision.objects.filter(within=name_of(case)).exclude(entry__act__startswith="case.member")
        forget_words(of_case)


def forget_person(person: PersonAtRisk) -> None:
    """Her own earlier states go, with the grounds she was named on, and every earlier wording that names her."""
    people = [*one_subject(person)]
    hers = [f"personatrisk {one.pk}" for one in people]
    forget_words(Revision.objects.filter(record__in=hers))
    claims = Claim.objects.filter(subject__in=people, predicate__in=NAME_PREDICATES)
    values = claims.values_list("value", flat=True)
    names = {name for value in values for name in ([value] if isinstance(value, str) else value or [])}
    mask = Mask(dict.fromkeys(names, ""))
    within = Revision.objects.filter(within=name_of(person.case), words_gone_at=None)
    named = [r.pk for r in within if mask.touches(" \n".join(_words_in([r.before, r.after])))]
    forget_words(Revision.objects.filter(pk__in=named))


def _words_in(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [words for part in parts for words in _words_in(part)]
