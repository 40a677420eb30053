"""What became of the letters that we were asked to send."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from tocsin.actions.access import actions_of
from tocsin.delivery.access import deliveries_of, on_delivery
from tocsin.delivery.counts import counts_of
from tocsin.delivery.dispatch.holds import standing
from tocsin.delivery.dispatch.lanes import INSTALLATION
from tocsin.delivery.models import Delivery, DeliveryState
from tocsin.delivery.requeue import RETRIABLE, requeue
from tocsin.members.access import allowed, member_of
from tocsin.members.models import Role
from tocsin.post.deliver import post_office

from .bars import Bar, bars
from .come_back import come_back

PER_PAGE = 50
WAITS = {"state__in": RETRIABLE, "letter__isnull": False}


@allowed(Role.VIEWER)
def deliveries(request: HttpRequest) -> HttpResponse:
    by = member_of(request)
    seen, may_retry = deliveries_of(by), deliveries_of(by, Role.PUBLISHER)
    action = actions_of(by).filter(slug=request.GET.get("action", "")).first()
    of_action = seen.filter(action=action) if action else seen
    state = request.GET.get("state", "")
    rows = of_action.select_related("action", "target__office", "contact_point").prefetch_related("changes")
    rows = rows.filter(state=state) if state in DeliveryState.values else rows
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "action": action,
        "actions": actions_of(by).filter(deliveries__isnull=False).distinct(),
        "state": state,
        "states": _states(of_action),
        "counts": counts_of([action.pk])[action.pk] if action else None,
        "page": page,
        "retriable": set(
            may_retry.filter(pk__in=[row.pk for row in page], **WAITS).values_list("pk", flat=True)
        ),
        "retriable_here": may_retry.filter(pk__in=of_action.values("pk"), **WAITS).count(),
        "mail_leaves": post_office().is_real,
        "stopped": standing().filter(key=INSTALLATION).first(),
        "here": request.get_full_path(),
    }
    return render(request, "desk/deliveries.html", context)


def _states(rows: QuerySet[Delivery]) -> list[Bar]:
    """Every state with its number, to be drawn as bars."""
    found = dict(rows.order_by().values_list("state").annotate(n=Count("pk")))
    return bars([(s.value, str(s.label), found.get(s.value, 0)) for s in DeliveryState])


@on_delivery(Role.PUBLISHER)
@require_POST
def delivery_retry(request: HttpRequest, pk: int) -> HttpResponse:
    if requeue(get_object_or_404(Delivery, pk=pk), member_of(request)):
        messages.success(request, _("The letter waits to be sent again."))
    else:
        messages.error(request, _("This letter cannot be sent again: it left, still waits, or was erased."))
    return come_back(request, "deliveries")


@allowed(Role.PUBLISHER)
@require_POST
def deliveries_retry(request: HttpRequest) -> HttpResponse:
    """Tries again all that were given up or lie in the folder, of one action or of all."""
    rows = deliveries_of(member_of(request), Role.PUBLISHER).filter(**WAITS)
    if slug := request.POST.get("action"):
        rows = rows.filter(action__slug=slug)
    done = sum(requeue(row, member_of(request)) for row in rows)
    said = ngettext(
        "%(count)d letter waits to be sent again.", "%(count)d letters wait to be sent again.", done
    )
    messages.success(request, said % {"count": done})
    return come_back(request, "deliveries")
