"""Claims that somebody added by hand to a call follow it, where its office or its moment is corrected."""

from tocsin.cases.models import Claim, Inquiry
from tocsin.members.models import Member
from tocsin.members.record import record
from tocsin.members.revise import as_it_is, keep_revisions

from .say import told_by
from .statements import statements_of


def move_added(inquiry: Inquiry, was_told: dict[str, str], by: Member) -> None:
    """What the call told of them before, by whom and when, becomes what it tells now; what was typed otherwise stays."""
    now, stated = told_by(inquiry), [statement.subject.pk for statement in statements_of(inquiry)]
    added = Claim.objects.select_for_update(of=("self",)).filter(inquiry=inquiry, withdrawn_at=None)
    moved = []
    for claim in added.exclude(subject__in=stated).order_by("pk"):
        before = as_it_is(claim, now)
        for name in (name for name in now if before[name] == was_told[name]):
            setattr(claim, name, now[name])
        if (after := as_it_is(claim, now)) != before:
            moved.append((claim, before, after))
    if moved:
        Claim.objects.bulk_update([claim for claim, *_ in moved], [*now])
        entry = record("inquiry.claims_moved", inquiry, by, claims=[claim.pk for claim, *_ in moved])
        keep_revisions(entry, moved, within=inquiry.case)
