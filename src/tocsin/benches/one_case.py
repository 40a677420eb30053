"""Everything that a crowd holds as one case, with what was done to each claim."""

from collections.abc import Iterator

from tocsin.benches.crowd.fill import Crowd
from tocsin.cases.models import Case, Claim, Subject
from tocsin.members.chain import link_entries
from tocsin.members.models import AuditEntry, Member, Revision

AT_ONCE = 2_000


def all_in_one_case(crowd: Crowd) -> Case:
    """The big case, which then has all reports, people, incidents and claims of the others too."""
    Subject.objects.exclude(case=crowd.big).update(case=crowd.big)
    Case.reports.through.objects.exclude(case=crowd.big).update(case=crowd.big)
    return crowd.big


def told_of_each_claim(case: Case, by: Member) -> None:
    """A line of the trail a claim, with what it changed."""
    claims = Claim.objects.filter(subject__case=case).order_by("pk")
    entries = AuditEntry.objects.bulk_create(
        (
            AuditEntry(act="claim.shown", subject=f"claim {claim.pk}", member=by, about_case=case.pk)
            for claim in claims
        ),
        batch_size=AT_ONCE,
    )
    Revision.objects.bulk_create(_revisions(entries), batch_size=AT_ONCE)
    link_entries()


def _revisions(entries: list[AuditEntry]) -> Iterator[Revision]:
    for entry in entries:
        yield Revision(
            record=entry.subject, entry=entry, before={"may_be_shown": False}, after={"may_be_shown": True}
        )
