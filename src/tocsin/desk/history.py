"""The history of a record: who changed it, when, and what, as a diff by words; and the way back."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tocsin.actions.asks.gather.errors import CannotHost
from tocsin.actions.errors import CannotChange as CannotChangeAction
from tocsin.actions.errors import CannotPublish
from tocsin.actions.words_wait.gate import WordsNeedAnother
from tocsin.cases.access import where_held
from tocsin.cases.errors import CannotChange
from tocsin.cases.relay.errors import CannotCall
from tocsin.cases.shown_more.gate import NeedsAnother
from tocsin.directory.errors import CannotUse
from tocsin.members.access import member_of
from tocsin.members.models import RANK, Revision, Role
from tocsin.members.restore import CannotRestore, can_be_restored, restore
from tocsin.reports.errors import CannotReview
from tocsin.reports.kinds.kind import CannotRead

from .act_words import act_words
from .history_kinds import KINDS, Kind
from .history_records import find_record, revisions_of, role_towards
from .history_words import changes_of
from .record_name import record_name
from .second_person import lead_to_show

PER_PAGE = 30
REFUSALS = (
    CannotCall,
    CannotChange,
    CannotChangeAction,
    CannotHost,
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
    page = Paginator(revisions_of(kind, record), PER_PAGE).get_page(request.GET.get("page"))
    role = role_towards(member_of(request), kind, pk)
    rows = [_row(revision, role, kind == "case") for revision in page]
    context = {**_about(kind, record), "page": page, "rows": rows}
    if not revisions_of(kind, record).filter(before={}).exists():
        context |= _beginning(record, KINDS[kind])
    return render(request, "desk/history.html", context)


@where_held(Role.REVIEWER, role_towards)
@require_http_methods(["GET", "HEAD", "POST"])
def history_restore(request: HttpRequest, kind: str, pk: int, revision: int) -> HttpResponse:
    """Asks first what would come back; a press does it, by the acts that change the record by hand."""
    record = find_record(kind, pk)
    chosen = get_object_or_404(revisions_of(kind, record), pk=revision)
    wrong = ""
    if request.method == "POST":
        try:
            made = restore(chosen, member_of(request))
        except (NeedsAnother, WordsNeedAnother) as needs:
            return lead_to_show(request, needs)
        except REFUSALS as error:
            wrong = str(error)
        else:
            return _brought_back(request, kind, pk, made)
    page = {**_about(kind, record), "row": _row(chosen, Role.VIEWER), "wrong": wrong}
    return render(request, "desk/history_restore.html", page, status=422 if wrong else 200)


def _brought_back(request: HttpRequest, kind: str, pk: int, made: Model | None) -> HttpResponse:
    """To the history that it was brought back from, or to what was made anew."""
    if made is None:
        messages.success(request, _("Brought back. What stood here until now is in the history, too."))
        return redirect("history", kind, pk)
    messages.success(request, _("Brought back as a new version. The earlier ones stay in the history."))
    return redirect(KINDS[str(made._meta.model_name)].page(made))


def _about(kind: str, record: Any) -> dict[str, Any]:
    called, about = record_name(record), KINDS[kind]
    return {
        "kind": kind,
        "record": record,
        "label": about.label,
        "called": called,
        "back": about.page(record),
        "own_act": about.own_act,
    }


def _beginning(record: Any, about: Kind) -> dict[str, Any]:
    """As the record itself tells it, where its changes do not: it came from elsewhere, or before they were kept."""
    columns = {"stored": about.stored, "ended": about.ended}
    return {name: _who_and_when(record, pair) for name, pair in columns.items()}


def _who_and_when(record: Any, columns: tuple[str, str]) -> tuple[str, Any] | None:
    by, at = (getattr(record, name, None) for name in columns)
    return (str(by or _("the installation")), at) if at else None


def _row(revision: Revision, role: Role | None, is_whole_case: bool = False) -> dict[str, Any]:
    kind, pk = revision.record.split()
    return {
        "revision": revision,
        "kind": kind,
        "label": KINDS[kind].label,
        "number": pk,
        "called": record_name(record) if is_whole_case and (record := find_record(kind, int(pk))) else "",
        "act": act_words(revision.entry.act),
        "changes": changes_of(revision) if revision.words_gone_at is None else [],
        "may_come_back": _may_come_back(revision, role),
    }


def _may_come_back(revision: Revision, role: Role | None) -> bool:
    """Of what was made by this change nothing stood before."""
    least = KINDS[revision.record.split()[0]].restored_by
    may = role is not None and RANK[role] >= RANK[least]
    return may and bool(revision.before) and can_be_restored(revision)
