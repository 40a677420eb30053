"""The history of a record: who changed it, when, and what, as a diff by words; and the way back."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tocsin.actions.errors import CannotChange as CannotChangeAction
from tocsin.actions.errors import CannotPublish
from tocsin.cases.access import where_held
from tocsin.cases.errors import CannotChange
from tocsin.cases.relay.errors import CannotCall
from tocsin.cases.shown_more.gate import NeedsAnother
from tocsin.directory.errors import CannotUse
from tocsin.directory.models import ContactPoint
from tocsin.members.access import member_of
from tocsin.members.models import RANK, Revision, Role
from tocsin.members.restore import CannotRestore, can_be_restored, restore
from tocsin.reports.errors import CannotReview
from tocsin.reports.kinds.kind import CannotRead

from .act_words import act_words
from .history_records import KINDS, find_record, role_towards
from .history_words import changes_of
from .record_name import record_name
from .second_person import lead_to_show

PER_PAGE = 30
REFUSALS = (
    CannotCall,
    CannotChange,
    CannotChangeAction,
    CannotPublish,
    CannotRead,
    CannotRestore,
    CannotReview,
    CannotUse,
)


@where_held(Role.VIEWER, role_towards)
def history(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Of a case: of everything in it; of an office: with its addresses. The latest change comes first."""
    record = find_record(kind, pk)
    page = Paginator(_revisions(kind, pk), PER_PAGE).get_page(request.GET.get("page"))
    rows = [_row(revision, kind == "case") for revision in page]
    role = role_towards(member_of(request), kind, pk)
    may = role is not None and RANK[role] >= RANK[Role.REVIEWER]
    context = {**_about(kind, record), "page": page, "rows": rows, "may_restore": may}
    return render(request, "desk/history.html", context)


@where_held(Role.REVIEWER, role_towards)
@require_http_methods(["GET", "HEAD", "POST"])
def history_restore(request: HttpRequest, kind: str, pk: int, revision: int) -> HttpResponse:
    """Asks first what would come back; a press does it, by the acts that change the record by hand."""
    record = find_record(kind, pk)
    chosen = get_object_or_404(_revisions(kind, pk), pk=revision)
    wrong = ""
    if request.method == "POST":
        try:
            restore(chosen, member_of(request))
        except NeedsAnother as needs:
            return lead_to_show(request, needs)
        except REFUSALS as error:
            wrong = str(error)
        else:
            messages.success(request, _("Brought back. What stood here until now is in the history, too."))
            return redirect("history", kind, pk)
    page = {**_about(kind, record), "row": _row(chosen), "wrong": wrong}
    return render(request, "desk/history_restore.html", page, status=422 if wrong else 200)


def _revisions(kind: str, pk: int) -> QuerySet[Revision]:
    wanted = Q(within=f"case {pk}") if kind == "case" else Q(record=f"{kind} {pk}")
    if kind == "office":
        points = ContactPoint.objects.filter(office=pk).values_list("pk", flat=True)
        wanted |= Q(record__in=[f"contactpoint {point}" for point in points])
    return Revision.objects.filter(wanted).select_related("entry__member").order_by("-pk")


def _about(kind: str, record: Any) -> dict[str, Any]:
    called = record_name(record)
    return {
        "kind": kind,
        "record": record,
        "label": KINDS[kind].label,
        "called": called,
        "back": KINDS[kind].page(record),
    }


def _row(revision: Revision, is_whole_case: bool = False) -> dict[str, Any]:
    kind, pk = revision.record.split()
    return {
        "revision": revision,
        "kind": kind,
        "label": KINDS[kind].label,
        "number": pk,
        "called": record_name(record) if is_whole_case and (record := find_record(kind, int(pk))) else "",
        "act": act_words(revision.entry.act),
        "changes": changes_of(revision) if revision.words_gone_at is None else [],
        "may_come_back": can_be_restored(revision),
    }
