"""Which of a member's open cases a report looks like, and why."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tocsin.members.models import Member, Role
from tocsin.reports.models import Decision, Report, ReviewField

from .access import cases_of
from .claim_versions import Version, claim_versions
from .claim_words import SECTION_OF_KIND
from .match_score import CaseIndex, Shared, Traits
from .match_traits import traits_of_claims, traits_of_draft
from .models import Case, Claim, ClaimState, SubjectKind

_WANTED = {
    SubjectKind.PERSON: ("name", "aliases"),
    SubjectKind.INCIDENT: ("place", "date"),
    SubjectKind.OFFICIAL: ("name",),
    SubjectKind.ORGANISATION: ("name",),
    SubjectKind.OFFICE: ("office",),
}
# What was gathered of a case, by process: (its version, its traits). A version changes with any claim.
_known: dict[int, tuple[Any, Traits]] = {}
MOST_KNOWN = 2000


Said = tuple[str, str, Any]  # kind of subject, predicate, value


@dataclass(frozen=True)
class Match:
    """`summary` says how much in a line, `reasons` says what."""

    case: Case
    shared: Shared

    @property
    def summary(self) -> str:
        """'2 people, 3 places in common, the same country'."""
        counted = [words % {"n": n} for words, n in _counted(self.shared) if n]
        also = [words for words, is_so in _also(self.shared) if is_so]
        common = [_("%(what)s in common") % {"what": ", ".join(counted)}] if counted else []
        return ", ".join([*common, *also])

    @property
    def reasons(self) -> str:
        """The names themselves."""
        shared = self.shared
        return ", ".join(
            [*shared.people, *shared.places, *shared.officials, *shared.organisations, *shared.offices]
        )


def matches(reports: Iterable[int], member: Member, role: Role = Role.VIEWER) -> dict[int, Match]:
    """Report's key -> the case it looks like, of those in which the member holds `role` and that are not frozen."""
    keys = list(reports)
    if not keys:
        return {}
    cases = {case.pk: case for case in cases_of(member, role).filter(frozen_at=None)}
    versions = claim_versions(cases)
    indexes = {is_sample: _index(cases, versions, is_sample) for is_sample in (False, True)}
    found: dict[int, Match] = {}
    rows = Report.objects.filter(pk__in=keys).values_list("pk", "is_sample", "publisher", "draft")
    reviewed = _reviewed(keys)
    for pk, is_sample, publisher, draft in rows:
        country = (draft.get("country") or {}).get("code", "")
        best = indexes[is_sample].best(
            traits_of_claims(reviewed[pk], country, [publisher])
            if pk in reviewed
            else traits_of_draft(draft, publisher)
        )
        if best is not None:
            found[pk] = Match(cases[best[0]], best[1])
    return found


def _reviewed(reports: list[int]) -> dict[int, list[Said]]:
    """Of the reports whose review is open: what it says by now, corrected and added, without what was rejected."""
    wanted = Q()
    for kind, predicates in _WANTED.items():
        wanted |= Q(item__section=SECTION_OF_KIND[kind], name__in=predicates)
    rows = ReviewField.objects.filter(wanted, item__report__in=reports).exclude(decision=Decision.REJECTED)
    kind_of = {str(SECTION_OF_KIND[kind]): kind for kind in _WANTED}
    said: dict[int, list[Said]] = defaultdict(list)
    for pk, section, name, decision, proposed, value in rows.values_list(
        "item__report", "item__section", "name", "decision", "proposed", "value"
    ):
        is_theirs = decision in (Decision.CORRECTED, Decision.ADDED)
        said[pk].append((kind_of[section], name, value if is_theirs else proposed))
    return dict(said)


def match_of(report: Report, member: Member, role: Role = Role.VIEWER) -> Match | None:
    return matches([report.pk], member, role).get(report.pk)


def _index(cases: dict[int, Case], versions: dict[int, Version], is_sample: bool) -> CaseIndex:
    wanted = {
        pk: (versions[pk], case.country, case.opened_at)
        for pk, case in cases.items()
        if case.is_sample == is_sample
    }
    stale = [pk for pk, version in wanted.items() if _known.get(pk, (None,))[0] != version]
    if stale:
        _learn({pk: cases[pk] for pk in stale}, wanted)
    return _made(tuple(wanted.items()))


@lru_cache(maxsize=4)
def _made(versions: tuple[tuple[int, Any], ...]) -> CaseIndex:
    """Made once as long as no case changes: of 18,000 people that took a second."""
    return CaseIndex({pk: _known[pk][1] for pk, _ in versions})


def _learn(cases: dict[int, Case], versions: dict[int, Any]) -> None:
    wanted = Q()
    for kind, predicates in _WANTED.items():
        wanted |= Q(subject__kind=kind, predicate__in=predicates)
    claims: dict[int, list[tuple[str, str, Any]]] = defaultdict(list)
    standing = Claim.objects.filter(
        wanted, withdrawn_at=None, state=ClaimState.ACCEPTED, subject__case__in=cases
    )
    for pk, *said in standing.values_list("subject__case", "subject__kind", "predicate", "value"):
        claims[pk].append((said[0], said[1], said[2]))
    publishers: dict[int, list[str]] = defaultdict(list)
    for pk, publisher in Case.objects.filter(pk__in=claims).values_list("pk", "reports__publisher"):
        publishers[pk].append(publisher)
    if len(_known) > MOST_KNOWN:
        _known.clear()
    for pk, case in cases.items():
        _known[pk] = (versions[pk], traits_of_claims(claims[pk], case.country, publishers[pk]))


def _counted(shared: Shared) -> list[tuple[str, int]]:
    numbers = [len(part) for part in (shared.people, shared.places, shared.officials)]
    bodies = len(shared.organisations) + len(shared.offices)
    people, places, officials = numbers
    return [
        (ngettext("%(n)d person", "%(n)d people", people), people),
        (ngettext("%(n)d place", "%(n)d places", places), places),
        (ngettext("%(n)d official", "%(n)d officials", officials), officials),
        (ngettext("%(n)d body", "%(n)d bodies", bodies), bodies),
    ]


def _also(shared: Shared) -> list[tuple[str, bool]]:
    return [
        (_("the same country"), shared.is_same_country),
        (_("dates near"), shared.is_near),
        (_("the same publisher"), shared.is_same_publisher),
    ]
