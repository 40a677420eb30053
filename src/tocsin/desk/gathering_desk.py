"""One gathering at the desk: corrected while it is shown, and told of once it has begun."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from tocsin.actions.access import on_action
from tocsin.actions.asks.gather.closed import closed_words
from tocsin.actions.asks.gather.correct_at_desk import correct_at_desk, may_be_corrected
from tocsin.actions.asks.gather.errors import CannotHost
from tocsin.actions.asks.gather.gathering_form import GatheringForm
from tocsin.actions.asks.gather.models import Gathering
from tocsin.actions.asks.gather.plan import Plan
from tocsin.actions.asks.gather.put_wrong import put_wrong
from tocsin.actions.asks.gather.report_back import may_report, report_at_desk
from tocsin.actions.asks.gather.report_form import ReportForm, report_told
from tocsin.actions.asks.gather.wait import ask_to_correct, ask_to_tell
from tocsin.cases.errors import CannotChange as AskedByAnother
from tocsin.cases.names import case_mask
from tocsin.members.access import member_of
from tocsin.members.models import Role

from .country_choices import country_choices
from .done_or_waiting import done_or_waiting
from .gathering_acts import find_gathering
from .gathering_rows import gathering_row


@on_action(Role.PUBLISHER)
def gathering_desk(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    return _page(request, find_gathering(slug, pk))


@on_action(Role.PUBLISHER)
@require_POST
def gathering_correct(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    gathering = find_gathering(slug, pk)
    form = GatheringForm(gathering.action.called_day, request.POST, gathering)
    try:
        if form.is_valid() and form.plan:
            return _corrected_or_asked(request, gathering, form.plan)
    except CannotHost as error:
        put_wrong(form, error)
    except AskedByAnother as error:
        form.add_error(None, str(error))
    return _page(request, gathering, form=form)


def _corrected_or_asked(request: HttpRequest, gathering: Gathering, plan: Plan) -> HttpResponse:
    by = member_of(request)
    return done_or_waiting(
        request,
        lambda: correct_at_desk(gathering, plan, by),
        lambda: ask_to_correct(gathering, plan, by),
        _("Corrected. Everybody sees it so from now on."),
        to=_page_of(gathering),
    )


@on_action(Role.PUBLISHER)
@require_POST
def gathering_turnout(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    gathering, form = find_gathering(slug, pk), _report_form(request.POST)
    try:
        if form.is_valid():
            return _told_or_asked(request, gathering, form.cleaned_data)
    except CannotHost as error:
        put_wrong(form, error)
    except AskedByAnother as error:
        form.add_error(None, str(error))
    return _page(request, gathering, report_form=form)


def _told_or_asked(request: HttpRequest, gathering: Gathering, report: dict[str, Any]) -> HttpResponse:
    by = member_of(request)
    return done_or_waiting(
        request,
        lambda: report_at_desk(gathering, **report, by=by),
        lambda: ask_to_tell(gathering, **report, by=by),
        _("Its number is shown and counted."),
        to=_page_of(gathering),
    )


def _page_of(gathering: Gathering) -> str:
    return reverse("gathering_desk", args=[gathering.action.slug, gathering.pk])


def _report_form(data: Any = None, initial: Any = None) -> ReportForm:
    form = ReportForm(data, initial=initial)
    form.fields["told"].help_text = gettext_lazy("Everybody reads it. No names, please.")
    return form


def _page(request: HttpRequest, gathering: Gathering, **wrong: Any) -> HttpResponse:
    action = gathering.action
    page = {
        "action": action,
        "row": gathering_row(gathering, action.called_day, case_mask(action.case)),
        "closed": closed_words(action),
        "may_correct": may_be_corrected(gathering),
        "may_report": may_report(gathering, timezone.now()),
        "form": GatheringForm(action.called_day, gathering=gathering),
        "report_form": _report_form(initial=report_told(gathering)),
        "countries": country_choices(),
        **wrong,
    }
    return render(request, "desk/gathering.html", page, status=422 if wrong else 200)
