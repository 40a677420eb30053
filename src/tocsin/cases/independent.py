"""Whether two independent reliable sources say so: the rule by which a thing is called verified.

After OHCHR's guidance for indicator SDG 16.10.1. A source counts where somebody marked it as reliable in this case and
what it says was not said in custody or under pressure. Two are independent that come from different publishers, are
no repeats of each other, and do not both rest on the same speaker. Answers on the phone do not count: whoever answers
for an office is a party.
"""

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations

from django.utils.translation import gettext as _

from tocsin.reports.models import Report

from .models import COERCED, Claim, ClaimState, Stance
from .weight import same_value


def what_is_missing(claims: Iterable[Claim], reliable: set[int]) -> str:
    """Why these claims do not verify what they say, in a sentence; empty where two of them do."""
    together: dict[str, list[Claim]] = defaultdict(list)
    for claim in filter(_speaks_for_it, claims):
        together[same_value(claim)].append(claim)
    largest_first = sorted(together.values(), key=len, reverse=True)
    reasons = [_missing(group, reliable) for group in largest_first]
    if not reasons:
        return _("Cite the claims that say so: from two independent reliable sources at least.")
    return "" if "" in reasons else reasons[0]


def root_of(report: Report) -> int:
    """The key of the report that this one is a copy, a translation or a newer version of in the end."""
    seen: dict[int, None] = {}
    before: Report | None = report
    while before is not None and before.pk not in seen:
        seen[before.pk] = None
        before = before.repeats or before.revises
    return list(seen)[-1] if before is None else min(seen)


def _speaks_for_it(claim: Claim) -> bool:
    stands = claim.state == ClaimState.ACCEPTED and claim.withdrawn_at is None and claim.report is not None
    return stands and claim.stance == Stance.ASSERTS and claim.circumstance not in COERCED


def _missing(claims: list[Claim], reliable: set[int]) -> str:
    if len({c.report_id for c in claims}) < 2:
        return _("Only one report among those cited says so. A second, independent one is missing.")
    sound = [c for c in claims if c.report_id in reliable]
    if len({c.report_id for c in sound}) < 2:
        return _("Two of the reports that say so must be marked as reliable sources here.")
    reasons = [
        _bound(one, other) for one, other in combinations(sound, 2) if one.report_id != other.report_id
    ]
    return "" if "" in reasons else reasons[0]


def _bound(one: Claim, other: Claim) -> str:
    """What ties two claims to one source; empty where they are independent."""
    first, second = one.report, other.report
    if first is None or second is None:
        return _("An answer on the phone is no independent source.")
    if root_of(first) == root_of(second):
        return _("These reports are copies, translations or versions of one: they count as one source.")
    if not first.publisher or not second.publisher:
        return _("It is not known who published one of these reports, so that it may be the same source.")
    if _plain(first.publisher) == _plain(second.publisher):
        return _("These reports have the same publisher, %(name)s: they count as one source.") % {
            "name": first.publisher
        }
    if one.asserted_by and _plain(one.asserted_by) == _plain(other.asserted_by):
        return _("These reports rest on the same speaker, %(name)s: they count as one source.") % {
            "name": one.asserted_by
        }
    return ""


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
