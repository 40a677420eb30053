"""The desk's first page: what is being read, reports that wait, are in review, or became part of a case."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy, pgettext_lazy

from tocsin.cases.access import arrivals_for, reports_for
from tocsin.delivery.cell_note.due import notes_due
from tocsin.members.access import allowed, member_of
from tocsin.members.models import Member, Role
from tocsin.reports.arrivals.arrive import OPEN
from tocsin.reports.arrivals.queries import UNDER_WAY, arrival_counts, open_arrivals
from tocsin.reports.models import Arrival, ArrivalState, Report, ReportState

from .due_rows import due_rows
from .held_names import held_waiting
from .inbox_rows import Row, rows
from .language_choices import language_words
from .stretch import Stretch, stretch
from .unread_answers import unread_answers

PER_PAGE = 50
PER_PILE = 10  # of each state, on the page that shows all of them
ARRIVALS_SHOWN = 10


@dataclass(frozen=True)
class Pile:
    state: ReportState
    count: int
    rows: list[Row]

    @property
    def is_cut(self) -> bool:
        return self.count > len(self.rows)


class FilterForm(forms.Form):
    language = forms.ChoiceField(label=gettext_lazy("Language"), required=False)
    publisher = forms.CharField(
        label=pgettext_lazy("of a report", "Publisher"), required=False, max_length=100
    )
    order = forms.ChoiceField(
        label=gettext_lazy("Order"),
        required=False,
        choices=[("", gettext_lazy("newest first")), ("oldest", gettext_lazy("oldest first"))],
    )

    def __init__(self, data: Any, known: Iterable[str]) -> None:
        """`known` are the languages of what the member may see: none of the others is offered."""
        super().__init__(data)
        languages = [(code, language_words(code)) for code in sorted(known) if code]
        self.fields["language"] = forms.ChoiceField(
            label=gettext_lazy("Language"), required=False, choices=[("", gettext_lazy("all")), *languages]
        )

    def applied(self, reports: QuerySet[Report]) -> QuerySet[Report]:
        """Without what was typed wrongly; in the order that was asked for."""
        given = self.cleaned_data if self.is_valid() else {}
        if given.get("language"):
            reports = reports.filter(language=given["language"])
        if given.get("publisher"):
            reports = reports.filter(publisher__icontains=given["publisher"].strip())
        ways = ("received_at", "pk") if self.is_oldest_first else ("-received_at", "-pk")
        return reports.order_by(*ways)

    @property
    def is_oldest_first(self) -> bool:
        return self.is_valid() and self.cleaned_data["order"] == "oldest"

    @property
    def narrows(self) -> bool:
        return self.is_valid() and any(self.cleaned_data[name] for name in ("language", "publisher"))

    @property
    def is_used(self) -> bool:
        return self.is_valid() and any(self.cleaned_data.values())


@allowed(Role.VIEWER)
def desk_home(request: HttpRequest) -> HttpResponse:
    member = member_of(request)
    hers = reports_for(member, Report.objects.all())
    tally = _tally(hers)
    form = FilterForm(request.GET, {language for _, language in tally})
    seen = form.applied(hers)
    counts = _by_state(_tally(seen) if form.narrows else tally)
    state = request.GET.get("state", "")
    page = _page_of(seen, state, form, request) if state in ReportState.values else None
    context = {
        "state": state if page else "",
        "states": [(s.value, s.label, counts[s]) for s in ReportState if counts.get(s)],
        "total": sum(counts.values()),
        "page": page,
        "rows": rows(page.rows, member) if page else [],
        "piles": [] if page else _piles(seen, counts, member),
        "form": form,
        "kept": _kept(form),
        "due_soon": due_rows(member),
        "notes_due": notes_due(member),
        "held_names": held_waiting(member),
        "unread_answers": unread_answers(member),
        "may_bring_in": member.holds(Role.CONTRIBUTOR),
        "may_add_sources": member.holds(Role.ADMINISTRATOR),
        **_arrivals(member),
    }
    return render(request, "desk/inbox.html", context)


def _tally(reports: QuerySet[Report]) -> Counter[tuple[str, str]]:
    """How many there are of each state and language: one look at them tells what the page asks of all."""
    counted = reports.order_by().values_list("state", "language").annotate(n=Count("pk"))
    return Counter({(state, language): n for state, language, n in counted})


def _by_state(tally: Counter[tuple[str, str]]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for (state, _), n in tally.items():
        counts[state] += n
    return counts


def _page_of(seen: QuerySet[Report], state: str, form: FilterForm, request: HttpRequest) -> Stretch:
    rows = seen.filter(state=state).only("pk")
    return stretch(rows, "received_at", request.GET, PER_PAGE, oldest_first=form.is_oldest_first)


def _piles(seen: QuerySet[Report], counts: Counter[str], member: Member) -> list[Pile]:
    """The first of each state; what reports look like is asked once for all of them."""
    first = {s: list(seen.filter(state=s).only("pk")[:PER_PILE]) for s in ReportState if counts.get(s)}
    shown = {row.report.pk: row for row in rows([r for pile in first.values() for r in pile], member)}
    return [Pile(s, counts[s], [shown[r.pk] for r in pile]) for s, pile in first.items()]


def _kept(form: FilterForm) -> str:
    """What a link to another state takes along of the filter."""
    kept = form.data.copy() if hasattr(form.data, "copy") else {}
    for name in ("state", "before", "after"):
        kept.pop(name, None)
    return kept.urlencode() if hasattr(kept, "urlencode") else ""


def _arrivals(member: Member) -> dict[str, Any]:
    counts = arrival_counts(arrivals_for(member, Arrival.objects.filter(state__in=OPEN)))
    waiting = sum(counts.get(s, 0) for s in UNDER_WAY)
    count = waiting + counts.get(ArrivalState.FAILED, 0)
    return {
        "arrivals": arrivals_for(member, open_arrivals())[:ARRIVALS_SHOWN] if count else [],
        "arrivals_count": count,
        "arrivals_more": count > ARRIVALS_SHOWN,
        "has_arrivals": bool(counts) or Arrival.objects.exists(),
        "is_under_way": bool(waiting),
        "version": "-".join(f"{s}{n}" for s, n in sorted(counts.items())),
    }
