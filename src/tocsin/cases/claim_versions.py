"""By which is known whether the claims of a case changed since they were looked at.

Adding up two hundred thousand claims took a quarter of a second for each page that asked. Every act that changes
claims notes its case in the audit trail, so that only what was noted lately is added up anew.
"""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Max, Q, Sum
from django.utils import timezone

from tocsin.members.models import AuditEntry

from .models import Case, Claim, ClaimState

Version = tuple[Any, ...]
Key = tuple[int, datetime]
# An act may be noted some minutes before its transaction ends and others can see it.
LATELY = timedelta(minutes=15)
# By process: case -> its version, and when the trail was looked at last.
_known: dict[Key, Version] = {}
_looked_at: dict[str, datetime] = {}


def claim_versions(cases: Mapping[int, Case]) -> dict[int, Version]:
    """Case -> its version, another one with any claim that is taken, taken out, accepted or brought back."""
    now = timezone.now()
    touched = AuditEntry.objects.filter(
        at__gte=_looked_at.get("trail", now) - LATELY, about_case__isnull=False
    )
    stale = set(touched.order_by().values_list("about_case", flat=True).distinct())
    known = {pk: found for pk, case in cases.items() if pk not in stale and (found := _known.get(_key(case)))}
    fresh = _counted([pk for pk in cases if pk not in known])
    _known.update({_key(cases[pk]): version for pk, version in fresh.items()})
    _looked_at["trail"] = now
    _forget(stale - set(cases))
    return known | fresh


def _key(case: Case) -> Key:
    return case.pk, case.opened_at


def _forget(cases: Collection[int | None]) -> None:
    """Those that were touched and are not asked for now: whoever asks for them next adds them up."""
    for key in [key for key in _known if key[0] in cases]:
        _known.pop(key, None)


def _counted(cases: Collection[int]) -> dict[int, Version]:
    standing = Q(withdrawn_at=None, state=ClaimState.ACCEPTED)
    rows = Claim.objects.filter(subject__case__in=cases).order_by().values("subject__case")
    found = {
        row["subject__case"]: (row["last"], row["standing"], row["standing_sum"])
        for row in rows.annotate(
            last=Max("pk"),
            standing=Count("pk", filter=standing),
            # One claim may be taken out as another is accepted: their number stays, their sum does not.
            standing_sum=Sum("pk", filter=standing),
        )
    }
    return {case: found.get(case, (0,)) for case in cases}
