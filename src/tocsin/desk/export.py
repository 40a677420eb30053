"""What leaves a case: for a lawyer or for the public, in which form; and what left it before."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tocsin.cases.access import holds_on, on_case
from tocsin.cases.errors import CannotChange
from tocsin.cases.exchange.ask_export import ACT, ask_export
from tocsin.cases.exchange.make_export import NEEDS
from tocsin.cases.exchange.what_leaves import what_leaves
from tocsin.cases.models import Case, Export, ExportKind, ExportState
from tocsin.members.access import member_of
from tocsin.members.models import Role
from tocsin.members.second_person import NeedsSecondPerson, ask

from .case_file import find_case

LAWYER, EVERYBODY = "lawyer", "public"
SHOWN = 20
HINTS = {
    ExportKind.BUNDLE: gettext_lazy(
        "Persons, chronicle, claims with the words of their sources, remedies, inquiries and exhibits, in the order in "
        "which UN experts and the ILO ask. For a lawyer it is a zip, with every report as it was received."
    ),
    ExportKind.ZIP: gettext_lazy("Reports, reviews, claims, judgements, consents, logs and trail. Not for the public."),
    ExportKind.CSV: gettext_lazy("One line a claim, with codes of other vocabularies."),
    ExportKind.ACLED: gettext_lazy("One line an incident; what is not known is blank."),
    ExportKind.FTM: gettext_lazy("For investigative databases such as Aleph; each report is a source of its own."),
    ExportKind.JSON: gettext_lazy("Everything in one document, for programs of your own."),
}  # fmt: skip


class ExportForm(forms.Form):
    audience = forms.ChoiceField(choices=[(LAWYER, ""), (EVERYBODY, "")])
    kind = forms.ChoiceField(choices=ExportKind.choices)


@dataclass(frozen=True)
class Choice:
    value: str
    label: Any
    hint: Any
    is_chosen: bool
    is_open: bool = True


@on_case(Role.REVIEWER)
def case_export(request: HttpRequest, slug: str) -> HttpResponse:
    case, given = find_case(slug), request.POST if request.method == "POST" else None
    if given is None:
        return _page(request, case, ExportForm(initial={"audience": LAWYER, "kind": ExportKind.BUNDLE}))
    form = ExportForm(given)
    if form.is_valid():
        try:
            return _asked(request, case, form.cleaned_data)
        except CannotChange as error:
            form.add_error(None, str(error))
        except NeedsSecondPerson as error:
            if holds_on(case, member_of(request), Role.PUBLISHER):
                return _ask_second(request, case, form.cleaned_data)
            form.add_error(None, f"{error} {_('Ask a publisher of this case to export it.')}")
    return _page(request, case, form)


def _ask_second(request: HttpRequest, case: Case, given: dict[str, str]) -> HttpResponse:
    """Another publisher sees which file it would be, and agrees or not."""
    why = what_leaves(given["kind"], given["audience"] == EVERYBODY)
    return redirect("second_person", ask(ACT, case, member_of(request), why).pk)


def _asked(request: HttpRequest, case: Case, given: dict[str, str]) -> HttpResponse:
    export = ask_export(case, given["kind"], given["audience"] == EVERYBODY, member_of(request))
    export.refresh_from_db()
    if export.state == ExportState.READY:
        messages.success(request, _("The file is ready below. It is deleted after 24 hours."))
    elif export.state == ExportState.WAITING:
        messages.info(request, _("The file is being made. Load this page again in a moment."))
    return redirect("case_export", case.slug)


def _page(request: HttpRequest, case: Case, form: ExportForm) -> HttpResponse:
    chosen = {name: form[name].value() for name in ("audience", "kind")}
    context = {
        "case": case,
        "form": form,
        "kinds": _kinds(case, request, chosen["kind"]),
        "audience": chosen["audience"],
        "exports": Export.objects.filter(case=case).select_related("asked_by")[:SHOWN],
        "is_waiting": Export.objects.filter(case=case, state=ExportState.WAITING).exists(),
    }
    return render(request, "desk/export.html", context, status=422 if form.errors else 200)


def _kinds(case: Case, request: HttpRequest, chosen: str) -> list[Choice]:
    """Those that the member may have; a frozen case's as well, for a lawyer."""
    may = [k for k in ExportKind if holds_on(case, member_of(request), NEEDS.get(k, Role.REVIEWER))]
    return [Choice(kind.value, kind.label, HINTS[kind], kind.value == chosen) for kind in may]
