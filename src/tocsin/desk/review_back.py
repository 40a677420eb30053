"""Where a press on the review page leads back to: the parts that changed, or the page at its place."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse

from tocsin.reports.models import Report, ReviewItem

from .review_parts import card_parts, wants_parts


def back_to(report: Report, item: ReviewItem | None = None, anchor: str = "") -> HttpResponseRedirect:
    """The review page, with the item's card open, at the item or another anchor."""
    address = reverse("report", args=[report.public_id])
    opened = f"?open={item.pk}" if item else ""
    anchor = anchor or (f"item-{item.pk}" if item else "")
    return redirect(f"{address}{opened}" + (f"#{anchor}" if anchor else ""))


def changed(
    request: HttpRequest, report: Report, item: ReviewItem, anchor: str = "", gone: Iterable[int] = ()
) -> HttpResponse:
    """After something of one item has changed."""
    if wants_parts(request):
        return card_parts(request, report, [item.pk], gone=gone)
    if "lean" in request.POST:
        return back_to(report, anchor=f"item-{item.pk}")
    return back_to(report, item, anchor)
