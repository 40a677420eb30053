"""The head of a review: how far it is, what can be undone, who else is here, and how long it took."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from tocsin.members.models import Member
from tocsin.reports.fields import field
from tocsin.reports.models import (
    TAKEN,
    Decision,
    Report,
    ReviewField,
    ReviewItem,
    ReviewSitting,
    ReviewStep,
    Section,
)
from tocsin.reports.queries import Progress
from tocsin.reports.sitting import others_here, work_on
from tocsin.reports.undo import last_step

from .review_words import title_of

# One item of a section, as in "at incident 4".
ONE_OF = {
    Section.SOURCE: gettext_lazy("this report"),
    Section.PEOPLE: gettext_lazy("person %(n)s"),
    Section.GROUPS: gettext_lazy("group %(n)s"),
    Section.INCIDENTS: gettext_lazy("incident %(n)s"),
    Section.STATEMENTS: gettext_lazy("statement %(n)s"),
    Section.DEMANDS: gettext_lazy("demand %(n)s"),
    Section.ASKS: gettext_lazy("ask %(n)s"),
    Section.CONTACTS: gettext_lazy("contact %(n)s"),
    Section.OFFICIALS: gettext_lazy("official %(n)s"),
    Section.ORGANISATIONS: gettext_lazy("organisation %(n)s"),
    Section.LINKS: gettext_lazy("link %(n)s"),
}


@dataclass(frozen=True)
class Here:
    """Somebody else who has the page open; `place` is "incident 4", or empty."""

    name: str
    place: str


def bar(report: Report, by: Member) -> dict[str, Any]:
    """What changes with each decision: progress, how much can go into the case, the step to undo."""
    is_open = Q(decision__in=TAKEN, held_at=None)
    rows = ReviewField.objects.filter(item__report=report).order_by().values("decision")
    counted = rows.annotate(n=Count("pk"), to_hold=Count("pk", filter=is_open))
    counts = {row["decision"]: row["n"] for row in counted}
    total = sum(counts.values())
    taken = sum(counts.get(decision, 0) for decision in TAKEN)
    step = last_step(report, by)
    return {
        "progress": Progress(total - counts.get(Decision.PROPOSED, 0), total, taken),
        "to_hold": sum(row["to_hold"] for row in counted),
        "step_words": step_words(step) if step else "",
    }


def head(report: Report, by: Member) -> dict[str, Any]:
    """What is told once a page: who else is here, and what the review took so far."""
    return {"others": here_now(report, by), "work": work_on(report)}


def here_now(report: Report, by: Member) -> list[Here]:
    return [Here(str(sitting.member), _place(sitting)) for sitting in others_here(report, by)]


def _place(sitting: ReviewSitting) -> str:
    return place_of(sitting.item) if sitting.item else ""


def place_of(item: ReviewItem) -> str:
    """'incident 4'."""
    return str(ONE_OF[Section(item.section)]) % {"n": item.position + 1}


def step_words(step: ReviewStep) -> str:
    """'accepted: Status of “Lina Marwede”', or of how many fields."""
    did, count = step.get_did_display(), len(step.fields)
    if count > 1:
        return ngettext("%(did)s: %(n)d field", "%(did)s: %(n)d fields", count) % {"did": did, "n": count}
    found = ReviewField.objects.filter(pk=step.fields[0]["field"]).select_related("item").first()
    return f"{did}: {field_words(found)}" if found else str(did)


def field_words(row: ReviewField) -> str:
    """'Status of “Lina Marwede”'; the main field is its item's title."""
    label, title = field(row.item.section, row.name).label, title_of(row.item)
    return _("%(label)s of “%(title)s”") % {"label": label, "title": title[:60]}
