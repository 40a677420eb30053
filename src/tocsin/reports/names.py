"""The names of people at risk that a report's review knows, so that pages can leave them out."""

from collections.abc import Iterator

from django.db.models import QuerySet

from .models import Decision, Report, ReviewField, Section

NAMES_OF_PEOPLE = {(Section.PEOPLE, "name"), (Section.PEOPLE, "aliases")}


def proposed_names(report: Report) -> set[str]:
    """Every name and spelling that the review holds for a person at risk, save those a reviewer rejected.

    A name that nobody has decided on is a name all the same.
    """
    return names_proposed_in(Report.objects.filter(pk=report.pk))


def names_proposed_in(reports: QuerySet[Report]) -> set[str]:
    """The same for several reports, in one query."""
    fields = ReviewField.objects.filter(
        item__report__in=reports, item__section=Section.PEOPLE, name__in=("name", "aliases")
    )
    return {name for f in fields.exclude(decision=Decision.REJECTED) for name in _names(f)}


def _names(field: ReviewField) -> Iterator[str]:
    for value in (field.proposed, field.value):
        yield from [value] if isinstance(value, str) else value or ()


def forms_before_correction(reports: QuerySet[Report]) -> Iterator[tuple[int, str, str]]:
    """Item, name as it was proposed, and as a reviewer corrected it, for each corrected name of a person at risk."""
    fields = ReviewField.objects.filter(
        item__report__in=reports, item__section=Section.PEOPLE, name="name", decision=Decision.CORRECTED
    )
    return (
        (item, proposed, value)
        for item, proposed, value in fields.values_list("item", "proposed", "value")
        if isinstance(proposed, str) and isinstance(value, str)
    )
