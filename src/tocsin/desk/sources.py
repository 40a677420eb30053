"""Ways in: folders, mailboxes and feeds that are looked at by themselves. Off until an administrator adds them."""

import os
from dataclasses import dataclass
from pathlib import Path

from django import forms
from django.conf import settings
from django.contrib import messages
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from tocsin.fetching.mailbox_address import mailbox_address
from tocsin.jobs.models import Job
from tocsin.members.access import allowed, member_of
from tocsin.members.models import Role
from tocsin.reports.arrivals.sources.add_source import add_source, look_now, switch_source
from tocsin.reports.arrivals.sources.folder import INCOMING
from tocsin.reports.arrivals.sources.look import LOOK, OF_THE_NETWORK
from tocsin.reports.arrivals.sources.mailbox import password_name
from tocsin.reports.errors import CannotReview
from tocsin.reports.models import Arrival, ArrivalState, IntakeSource

Kind = IntakeSource.Kind


class SourceForm(forms.Form):
    kind = forms.ChoiceField(
        label=gettext_lazy("What is it?"), choices=Kind.choices, widget=forms.RadioSelect, initial=Kind.FOLDER
    )
    name = forms.CharField(
        label=gettext_lazy("Name"),
        max_length=200,
        help_text=gettext_lazy("Of a feed: who publishes it."),
    )
    address = forms.CharField(
        label=gettext_lazy("Folder or address"),
        max_length=500,
        help_text=gettext_lazy(
            "A folder's plain name, such as from-the-scanner; a mailbox as imaps://user@host/INBOX; a feed as https://…"
        ),
    )
    takes_pages = forms.BooleanField(
        label=gettext_lazy("Of a feed: fetch the page of each entry as well"), required=False
    )


@dataclass(frozen=True)
class SourceRow:
    """`place` is where its files are put, or its address; `needs` what stands in its way before it is looked at."""

    source: IntakeSource
    place: str
    needs: str
    arrived: int
    failed: int
    is_due: bool


@allowed(Role.ADMINISTRATOR)
def sources(request: HttpRequest) -> HttpResponse:
    form = SourceForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and _added(request, form):
        messages.success(request, _("Added. It is looked at within half a minute."))
        return redirect("sources")
    rows = _rows()
    page = {
        "rows": rows,
        "form": form,
        "is_online": settings.ONLINE,
        "is_under_way": any(row.is_due for row in rows),
        "version": "-".join(f"{row.source.pk}.{row.source.looked_at}.{row.is_due}" for row in rows),
    }
    return render(request, "desk/sources.html", page, status=422 if form.errors else 200)


def _added(request: HttpRequest, form: SourceForm) -> bool:
    try:
        add_source(by=member_of(request), **form.cleaned_data)
    except CannotReview as error:
        form.add_error("address", str(error))
        return False
    return True


def _rows() -> list[SourceRow]:
    counted: dict[int, dict[str, int]] = {}
    arrived = (
        Arrival.objects.exclude(source=None).order_by().values_list("source", "state").annotate(n=Count("pk"))
    )
    for pk, state, n in arrived:
        counted.setdefault(pk, {})[state] = n
    asked = Job.objects.filter(kind=LOOK, done_at=None, failed_at=None).values_list("payload", flat=True)
    due = {payload.get("source") for payload in asked}
    return [
        _row(source, counted.get(source.pk, {}), source.pk in due) for source in IntakeSource.objects.all()
    ]


def _row(source: IntakeSource, counts: dict[str, int], is_due: bool) -> SourceRow:
    place = (
        str(Path(settings.DATA) / INCOMING / source.address) if source.kind == Kind.FOLDER else source.address
    )
    failed = counts.get(ArrivalState.FAILED, 0)
    return SourceRow(source, place, _needs(source), sum(counts.values()), failed, is_due)


def _needs(source: IntakeSource) -> str:
    if source.kind in OF_THE_NETWORK and not settings.ONLINE:
        return _("This installation may not reach the network: whoever runs it sets TOCSIN_ONLINE=yes.")
    if source.kind == Kind.MAILBOX:
        name = password_name(mailbox_address(source.address))
        if not os.environ.get(name):
            return _("Its password is awaited in the variable %(name)s.") % {"name": name}
    return ""


@allowed(Role.ADMINISTRATOR)
@require_POST
def source_switch(request: HttpRequest, pk: int) -> HttpResponse:
    source = get_object_or_404(IntakeSource, pk=pk)
    switch_source(source, request.POST.get("is_on") == "yes", member_of(request))
    return redirect("sources")


@allowed(Role.ADMINISTRATOR)
@require_POST
def source_look(request: HttpRequest, pk: int) -> HttpResponse:
    try:
        look_now(get_object_or_404(IntakeSource, pk=pk), member_of(request))
    except CannotReview as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("It is being looked at."))
    return redirect("sources")
