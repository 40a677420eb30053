"""What an open review page tells the server by itself: that it is open, and what is being typed on it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from tocsin.cases.access import on_report
from tocsin.members.access import member_of
from tocsin.members.models import Role
from tocsin.reports.autosave import keep_typed
from tocsin.reports.errors import CannotReview
from tocsin.reports.fields import field
from tocsin.reports.models import ReviewField
from tocsin.reports.sitting import at_work, is_here

from .review import find_report
from .review_bar import here_now
from .typed_key import typed_key


@on_report(Role.REVIEWER)
@require_POST
def report_here(request: HttpRequest, public_id: str) -> HttpResponse:
    """Every 15 seconds: at which card (`item`), and whether anything was done since (`busy`). Who else is here comes back."""
    report, by = find_report(public_id), member_of(request)
    item = report.items.filter(pk=typed_key(request.POST.get("item", ""))).first()
    if request.POST.get("busy"):
        at_work(report, by, item)
    else:
        is_here(report, by)
    return render(request, "desk/review_here.html", {"others": here_now(report, by)})


@on_report(Role.REVIEWER)
@require_POST
def report_unsaved(request: HttpRequest, public_id: str) -> HttpResponse:
    """Keeps what is typed at a `place`; what is stored there already is no news, and forgotten."""
    report, by = find_report(public_id), member_of(request)
    place, typed = request.POST.get("place", ""), request.POST.get("typed", "")
    try:
        keep_typed(report, place, "" if typed == _stored(report.pk, place) else typed, by)
        at_work(report, by)
    except CannotReview as error:
        return HttpResponse(str(error), status=422, content_type="text/plain; charset=utf-8")
    return HttpResponse(status=204)


def _stored(report: int, place: str) -> str | None:
    """What stands in the field that a correction is typed for, as a person would type it."""
    kind, _dash, pk = place.partition("-")
    if kind != "value":
        return None
    row = ReviewField.objects.filter(pk=typed_key(pk), item__report=report).select_related("item").first()
    return field(row.item.section, row.name).kind.typed(row.value) if row else None
