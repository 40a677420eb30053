"""The targets of an action, by how they can be reached."""

from collections import Counter

from tocsin.cases.models import SubjectKind
from tocsin.cases.queries import case_view
from tocsin.directory.queries import is_reached

from .models import Action, Target


def targets_with_offices(action: Action, role: str = "") -> list[Target]:
    """The targets of a role, or all, in their order, with what is known of their offices."""
    targets = action.targets.filter(role=role) if role else action.targets.all()
    return list(
        targets.select_related("office").prefetch_related("office__contact_points", "office__accreditations")
    )


def targets_by_reach(action: Action, role: str = "") -> tuple[list[Target], list[Target]]:
    """Targets of a role, or all: those with a confirmed channel, and those without one."""
    targets = targets_with_offices(action, role)
    reached = [t for t in targets if is_reached(t.office)]
    return reached, [t for t in targets if t not in reached]


def lost_emails(action: Action) -> Counter[int]:
    """Office -> how many of its addresses stood in a report and cannot be read."""
    lost: Counter[int] = Counter()
    for office in case_view(action.case, public=False, kinds={SubjectKind.OFFICE}).offices:
        lost[office.office] = max(lost[office.office], office.raw("redacted_emails") or 0)
    return lost
