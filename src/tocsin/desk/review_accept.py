"""From the review into a case: what is taken along, what stays behind, and which case."""

from collections.abc import Mapping
from typing import Any, cast

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tocsin.cases.accept import accept_report
from tocsin.cases.access import case_of, cases_of, on_report
from tocsin.cases.match_case import match_of
from tocsin.cases.models import Case
from tocsin.cases.open_case import proposed_title
from tocsin.members.access import member_of
from tocsin.members.models import Member, Role
from tocsin.reports.errors import CannotReview
from tocsin.reports.models import Report, ReviewField
from tocsin.reports.queries import progress

from .review import find_report


class AcceptForm(forms.Form):
    case = forms.ModelChoiceField(
        Case.objects.none(),
        label=gettext_lazy("Into which case?"),
        required=False,
        empty_label=gettext_lazy("a new case"),
        help_text=gettext_lazy("Reports on the same people and events belong into one case."),
    )
    title = forms.CharField(
        label=gettext_lazy("Title, if it is a new case"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("Stands on the public page. Leave out the names of people at risk."),
    )

    def __init__(self, report: Report, by: Member, data: Mapping[str, Any] | None = None) -> None:
        self.match = None if report.cases.exists() else match_of(report, by, Role.REVIEWER)
        likest = self.match.case.pk if self.match else None
        super().__init__(data, initial={"title": proposed_title(report), "case": likest})
        self.cases = cases_of(by, Role.REVIEWER).filter(is_sample=report.is_sample)
        cast(forms.ModelChoiceField, self.fields["case"]).queryset = self.cases


@on_report(Role.REVIEWER)
def report_accept(request: HttpRequest, public_id: str) -> HttpResponse:
    report = find_report(public_id)
    form = AcceptForm(report, member_of(request), request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            case = _accept(request, report, form)
        except CannotReview as error:
            form.add_error(None, str(error))
        else:
            messages.success(
                request, _("The report is part of this case. Only what you marked may be shown.")
            )
            return redirect("case_desk", case.slug)
    done = progress(report)
    page = {
        "report": report,
        "form": form,
        "case": case_of(report, member_of(request)),
        "has_cases": form.cases.exists(),
        "match": form.match,
        "progress": done,
        "to_hold": _to_hold(report),
        "left_out": done.decided - done.taken,
    }
    return render(request, "desk/review_accept.html", page, status=422 if form.errors else 200)


def _accept(request: HttpRequest, report: Report, form: AcceptForm) -> Case:
    given = form.cleaned_data
    return accept_report(report, member_of(request), case=given["case"], title=given["title"] or None)


def _to_hold(report: Report) -> int:
    rows = ReviewField.objects.filter(item__report=report, held_at=None)
    return sum(row.is_taken for row in rows)
