"""How many items and undecided fields each section has, counted by the database."""

from django.db.models import Count, Q

from tocsin.reports.models import Decision, Report, Section

from .review_card import Tally


def section_tallies(report: Report) -> dict[Section, Tally]:
    waits = Q(fields__decision=Decision.PROPOSED)
    rows = report.items.order_by().values("section")
    counted = rows.annotate(
        items=Count("pk", distinct=True),
        undecided=Count("fields", filter=waits),
        in_one_press=Count("fields", filter=waits & Q(suggested_by="")),
    )
    found = {row["section"]: Tally(row["items"], row["undecided"], row["in_one_press"]) for row in counted}
    return {section: found.get(section, Tally()) for section in Section}
