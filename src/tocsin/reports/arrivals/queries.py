"""What pages ask of arrivals. Their bytes are left in the database unless a page needs them."""

from django.db.models import Case, Count, IntegerField, QuerySet, Value, When

from ..models import Arrival, ArrivalState
from .arrive import OPEN

UNDER_WAY = (ArrivalState.WAITING, ArrivalState.READING)
# Being read comes first, then what waits, then what needs somebody.
_ORDER = Case(
    When(state=ArrivalState.READING, then=Value(0)),
    When(state=ArrivalState.WAITING, then=Value(1)),
    default=Value(2),
    output_field=IntegerField(),
)


def arrivals() -> QuerySet[Arrival]:
    """All of them, newest first, without their bytes."""
    return (
        Arrival.objects.defer("data")
        .select_related("arrived_by", "source", "report__received_by")
        .defer("data", "report__original", "report__text", "report__draft")
    )


def open_arrivals() -> QuerySet[Arrival]:
    """What is not a report yet: being read, waiting, failed; in this order, newest first."""
    return arrivals().filter(state__in=OPEN).order_by(_ORDER, "-arrived_at", "-pk")


def arrival_counts(of: QuerySet[Arrival] | None = None) -> dict[str, int]:
    """How many of these, or of all, there are in each state that has any."""
    counted = Arrival.objects.all() if of is None else of
    return dict(counted.order_by().values_list("state").annotate(n=Count("pk")))
