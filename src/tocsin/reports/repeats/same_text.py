"""The reports that are one text: copies, translations and versions of each other, by judgements."""

from django.db.models import Q, QuerySet

from ..models import Report


def others_of_one_text(report: Report) -> QuerySet[Report]:
    """All that are one text with it, through others too, and still have their words; the report itself left out."""
    found, new = {report.pk}, {report.pk}
    while new:
        before = Q(repeated_by__in=new) | Q(revisions__in=new)
        after = Q(repeats__in=new) | Q(revises__in=new)
        new = {*Report.objects.filter(before | after).order_by().values_list("pk", flat=True)} - found
        found |= new
    others = Report.objects.filter(pk__in=found - {report.pk}, sealed_at=None)
    return others.defer("original", "draft", "text")
