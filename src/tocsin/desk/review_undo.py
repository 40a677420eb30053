"""One press takes back the member's latest step on a report, and tells what it was."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tocsin.cases.access import on_report
from tocsin.members.access import member_of
from tocsin.members.models import Role
from tocsin.reports.errors import CannotReview
from tocsin.reports.undo import Undone, last_step, undo_last

from .review import find_report
from .review_back import back_to
from .review_bar import step_words
from .review_parts import card_parts, wants_parts


@on_report(Role.REVIEWER)
@require_POST
def report_undo(request: HttpRequest, public_id: str) -> HttpResponse:
    report = find_report(public_id)
    step = last_step(report, member_of(request))
    words = step_words(step) if step else ""
    undone: Undone | None = None
    try:
        undone = undo_last(report, member_of(request))
    except CannotReview as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Taken back: %(step)s.") % {"step": words})
    items = {f.item_id: f.item for f in undone.fields} if undone else {}
    if wants_parts(request):
        touched = {change["field"] for change in step.fields} if step and not undone else set()
        more = report.items.filter(fields__in=touched).values_list("pk", flat=True)
        return card_parts(request, report, [*items, *more], gone=undone.gone if undone else ())
    return back_to(report, next(iter(items.values()), None))
