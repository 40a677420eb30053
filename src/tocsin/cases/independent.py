"""Whether two independent reliable sources say so: the rule by which a thing is called verified.

After OHCHR's guidance for indicator SDG 16.10.1. A source counts where somebody marked it as reliable in this case and
what it says was not said in custody or under pressure, nor freely taken back since. Two are independent that come from
different publishers, are no repeats of each other, do not both rest on the same speaker, and of which neither rests on
what the other published. Answers on the phone do not count: whoever answers for an office is a party.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from django.utils.translation import gettext as _

from tocsin.language.name_fold import folded
from tocsin.reports.models import Report

from .models import COERCED, Claim, Stance
from .weight import same_value, taken_back

_BETWEEN_WORDS = re.compile(r"[\s\"«»“”„‟.,;:()/–—-]+")


def what_is_missing(cited: Iterable[int], said: Sequence[Claim], reliable: set[int]) -> str:
    """Why the claims of these keys do not verify what they say, in a sentence; empty where two of them do.

    `said`: all claims that stand about the one subject. What is cited besides says nothing of it.
    """
    keys, back = set(cited), taken_back(said)
    together: dict[str, list[Claim]] = defaultdict(list)
    for claim in (c for c in said if c.pk in keys - back and _speaks_for_it(c)):
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
    is_written = claim.report is not None
    return is_written and claim.stance == Stance.ASSERTS and claim.circumstance not in COERCED


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
    if speaker := _speaker_of_both(one, other):
        return _("These reports rest on the same speaker, %(name)s: they count as one source.") % {
            "name": speaker
        }
    return ""


def _speaker_of_both(one: Claim, other: Claim) -> str:
    """Whom one of the two quotes who speaks in the other too, be it as its publisher; empty where there is none."""
    for claim, beside in ((one, other), (other, one)):
        voices = {_plain(name) for name in (beside.asserted_by, _publisher(beside)) if name}
        if claim.asserted_by and _plain(claim.asserted_by) in voices:
            return claim.asserted_by
    return ""


def _publisher(claim: Claim) -> str:
    return claim.report.publisher if claim.report else ""


def _plain(name: str) -> str:
    """'Новая газета' and 'Novaya Gazeta' in one spelling, with the numbers that tell one channel from another."""
    return " ".join(filter(None, map(folded, _BETWEEN_WORDS.split(name))))
