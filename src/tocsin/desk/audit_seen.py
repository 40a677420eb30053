"""The part of the audit trail that a member may read: what is about no case, and what is about hers."""

from django.db.models import Q, QuerySet, Value
from django.db.models.fields import TextField
from django.db.models.functions import Cast, Concat

from tocsin.cases.access import cases_of, reports_for
from tocsin.cases.models import Case
from tocsin.members.models import AuditEntry, Member
from tocsin.reports.access import kept_from
from tocsin.reports.models import Report


def entries_for(member: Member) -> QuerySet[AuditEntry]:
    """A report belongs to a case only later, so that what was noted of it before is told apart by the report."""
    entries = AuditEntry.objects.all()
    is_on_all = not Case.objects.exclude(pk__in=cases_of(member).values("pk")).exists()
    if is_on_all and not kept_from(member).exists():
        return entries  # who is on every case reads everything, without a look at each report
    hers = Q(about_case=None) | Q(about_case__in=cases_of(member).values("pk"))
    hidden = Report.objects.exclude(pk__in=reports_for(member, Report.objects.all()).values("pk"))
    names = hidden.annotate(
        audit_name=Concat(Value("report "), Cast("pk", TextField()), output_field=TextField())
    ).order_by()
    return entries.filter(hers).exclude(subject__in=names.values("audit_name"))
