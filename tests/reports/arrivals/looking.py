"""Sources as an administrator adds them, and a worker that looks at them."""

from django.utils import timezone

from tests.cast import member
from tocsin.jobs.models import Job
from tocsin.reports.arrivals.sources.add_source import add_source
from tocsin.reports.arrivals.sources.look import look_at_source
from tocsin.reports.models import IntakeSource


def added(kind: str, address: str, **more: bool) -> IntakeSource:
    source = add_source(kind, "Harbour Bulletin", address, member("Ada"), **more)
    Job.objects.all().delete()
    return source


def look(source: IntakeSource) -> IntakeSource:
    """Looks at it now, and gives it as it is afterwards."""
    look_at_source({"source": source.pk})
    source.refresh_from_db()
    assert source.looked_at is None or source.looked_at <= timezone.now()
    return source
