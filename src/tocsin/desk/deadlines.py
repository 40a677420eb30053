"""The days by which something happens or must be done in a case."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from tocsin.cases.access import holds_on, on_case
from tocsin.cases.deadlines.finish import finish_deadline, take_up_deadline
from tocsin.cases.deadlines.queries import days_to_come, done_deadlines, due
from tocsin.cases.deadlines.set_deadline import correct_deadline, set_deadline
from tocsin.cases.errors import CannotChange
from tocsin.cases.models import Case, Deadline, DeadlineKind, PersonAtRisk
from tocsin.members.access import member_of
from tocsin.members.models import Role

from .as_seen import as_seen, changed_meanwhile
from .case_act import act_and_return
from .case_file import find_case
from .long_select import LongSelect
from .paged import paged
from .person_choices import person_choices
from .typed_key import typed_key

# Of what is done the latest ones stand folded under the list; all of it is in the history.
MOST_DONE = 50

# What the form below is filled from.
WORDING = ("kind", "due_on", "note", "about")


class DeadlineForm(forms.Form):
    kind = forms.ChoiceField(label=gettext_lazy("What"), choices=DeadlineKind.choices)
    due_on = forms.DateField(
        label=gettext_lazy("On which day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    note = forms.CharField(
        label=gettext_lazy("In words"),
        required=False,
        max_length=300,
        help_text=gettext_lazy("Stays at the desk: the mail that reminds says only that a day is near."),
    )
    about = forms.ChoiceField(label=gettext_lazy("About whom"), required=False, widget=LongSelect)

    def __init__(self, case: Case, data: QueryDict | None = None, deadline: Deadline | None = None) -> None:
        initial = {n: getattr(deadline, n) for n in ("kind", "due_on", "note")} if deadline else {}
        if deadline:
            initial["about"] = str(deadline.about_id or "")
        super().__init__(data, initial=initial)
        self.case = case
        about = self.fields["about"]
        if isinstance(about, forms.ChoiceField):
            about.choices = person_choices(case)

    def values(self) -> dict[str, Any]:
        """As the acts name them. Valid forms only."""
        about = self.cleaned_data["about"]
        person = PersonAtRisk.objects.filter(case=self.case, pk=int(about)).first() if about else None
        return {**self.cleaned_data, "about": person}


@on_case(Role.VIEWER)
def deadlines(request: HttpRequest, slug: str) -> HttpResponse:
    return deadlines_page(request, find_case(slug))


def deadlines_page(request: HttpRequest, case: Case, **wrong: Any) -> HttpResponse:
    """The page; `wrong` holds a form as it was filled in."""
    asked_for = request.GET.get("correct", "")
    chosen = case.deadlines.filter(pk=typed_key(asked_for)).first()
    correcting = wrong.get("correcting", chosen)
    rows = paged(days_to_come(case), request, at=correcting.pk if correcting else None)
    page = {
        "case": case,
        "page": rows,
        "due": due(rows),
        "done": done_deadlines(case)[:MOST_DONE],
        "done_count": done_deadlines(case).count(),
        "form": DeadlineForm(case),
        "correcting": chosen,
        "seen": as_seen(correcting, *WORDING) if correcting else "",
        "correct_form": DeadlineForm(case, deadline=chosen) if chosen else None,
        "may_set": holds_on(case, member_of(request), Role.CONTRIBUTOR),
        **wrong,
    }
    return render(request, "desk/deadlines.html", page, status=422 if wrong else 200)


@on_case(Role.CONTRIBUTOR)
@require_POST
def deadline_new(request: HttpRequest, slug: str) -> HttpResponse:
    case = find_case(slug)
    form = DeadlineForm(case, request.POST)
    if form.is_valid():
        try:
            set_deadline(case, by=member_of(request), **form.values())
        except CannotChange as error:
            form.add_error("due_on", str(error))
        else:
            messages.success(request, _("Noted: you will be reminded."))
            return redirect("deadlines", slug)
    return deadlines_page(request, case, form=form)


@on_case(Role.CONTRIBUTOR)
@require_POST
def deadline_correct(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    case = find_case(slug)
    deadline = get_object_or_404(Deadline, case=case, pk=pk)
    form = DeadlineForm(case, request.POST)
    if changed := changed_meanwhile(request, deadline, *WORDING):
        form.add_error(None, changed)
    if form.is_valid():
        try:
            correct_deadline(deadline, by=member_of(request), **form.values())
        except CannotChange as error:
            form.add_error("due_on", str(error))
        else:
            return redirect("deadlines", slug)
    return deadlines_page(request, case, correcting=deadline, correct_form=form)


@on_case(Role.CONTRIBUTOR)
@require_POST
def deadline_done(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Done, or with the button `undo` not done after all."""
    case = find_case(slug)
    deadline, by = get_object_or_404(Deadline, case=case, pk=pk), member_of(request)
    act = take_up_deadline if "undo" in request.POST else finish_deadline
    return act_and_return(request, case, lambda: act(deadline, by), "deadlines")
