"""Remedies tried in a case: where, what was asked, what was refused and by whom; and those of which reports tell."""

from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from tocsin.cases.access import holds_on, on_case
from tocsin.cases.errors import CannotChange
from tocsin.cases.inquiries.offices import offices_of
from tocsin.cases.models import Case, PersonAtRisk, Remedy, RemedyKind, RemedyOutcome, Subject, SubjectKind
from tocsin.cases.remedies.note_remedy import Tried, correct_remedy, note_remedy
from tocsin.cases.remedies.proposals import Proposal, proposals
from tocsin.members.access import member_of
from tocsin.members.models import Role
from tocsin.reports.kinds.measured import Date

from .as_seen import as_seen, changed_meanwhile
from .case_file import find_case
from .long_select import LongSelect
from .paged import paged
from .person_choices import person_choices
from .typed_key import typed_key


class RemedyForm(forms.Form):
    kind = forms.ChoiceField(label=gettext_lazy("What kind"), choices=RemedyKind.choices)
    office_name = forms.CharField(
        label=gettext_lazy("Where"), max_length=300, help_text=gettext_lazy("The hospital, court or office.")
    )
    asked_for = forms.CharField(label=gettext_lazy("What was asked for"), max_length=500)
    tried_on = forms.CharField(label=gettext_lazy("When"), max_length=30, help_text=Date.hint)
    outcome = forms.ChoiceField(label=gettext_lazy("What came of it"), choices=RemedyOutcome.choices)
    decided_by = forms.CharField(label=gettext_lazy("By whom"), required=False, max_length=200)
    decided_on = forms.CharField(
        label=gettext_lazy("Decided when"), required=False, max_length=30, help_text=Date.hint
    )
    reason_given = forms.CharField(
        label=gettext_lazy("Reason that was given"), required=False, max_length=500
    )
    about = forms.ChoiceField(label=gettext_lazy("About whom"), required=False, widget=LongSelect)
    source = forms.CharField(label=gettext_lazy("Where we know it from"), required=False, max_length=300)

    def __init__(
        self, case: Case, data: QueryDict | None = None, initial: dict[str, Any] | None = None
    ) -> None:
        super().__init__(data, initial=initial)
        self.case = case
        about = self.fields["about"]
        if isinstance(about, forms.ChoiceField):
            about.choices = person_choices(case)

    def tried(self) -> Tried:
        """What was filled in; an office of the case that is written by its name is that office."""
        given = dict(self.cleaned_data)
        about, name = given.pop("about"), given["office_name"].strip().casefold()
        person = PersonAtRisk.objects.filter(case=self.case, pk=int(about)).first() if about else None
        known = {str(office).casefold(): office for office in offices_of(self.case)}
        return Tried(**given, about=person, office=known.get(name))


@on_case(Role.VIEWER)
def remedies(request: HttpRequest, slug: str) -> HttpResponse:
    return remedies_page(request, find_case(slug))


def remedies_page(request: HttpRequest, case: Case, **wrong: Any) -> HttpResponse:
    """The page; `wrong` holds a form as it was filled in."""
    told = proposals(case)
    chosen = next((p for p in told if str(p.subject.pk) == request.GET.get("from", "")), None)
    asked_for = request.GET.get("correct", "")
    correcting = case.remedies.filter(pk=typed_key(asked_for)).first()
    shown = wrong.get("correcting", correcting)
    page = {
        "case": case,
        "page": paged(_listed(case), request, at=shown.pk if shown else None),
        "told": told,
        "noting_from": chosen.subject.pk if chosen else "",
        "form": RemedyForm(case, initial=_filled(chosen) if chosen else None),
        "correcting": correcting,
        "seen": as_seen(shown) if shown else "",
        "correct_form": RemedyForm(case, initial=_of(correcting)) if correcting else None,
        "may_note": holds_on(case, member_of(request), Role.CONTRIBUTOR),
        "offices": offices_of(case),
        **wrong,
    }
    return render(request, "desk/remedies.html", page, status=422 if wrong else 200)


def _listed(case: Case) -> QuerySet[Remedy]:
    return case.remedies.select_related("logged_by", "about", "noted_from")


def _filled(told: Proposal) -> dict[str, str]:
    """The form as a report fills it; where and what exactly a person adds."""
    return {
        "kind": told.kind,
        "office_name": told.decided_by or told.place,
        "asked_for": "",
        "tried_on": told.tried_on,
        "outcome": told.outcome,
        "decided_by": told.decided_by,
        "source": told.source,
    }


def _of(remedy: Remedy) -> dict[str, Any]:
    names = (n for n in RemedyForm.base_fields if n != "about")
    return {name: getattr(remedy, name) for name in names} | {"about": str(remedy.about_id or "")}


@on_case(Role.CONTRIBUTOR)
@require_POST
def remedy_new(request: HttpRequest, slug: str) -> HttpResponse:
    case = find_case(slug)
    form, told = RemedyForm(case, request.POST), _told_by(case, request.POST.get("from", ""))
    if form.is_valid():
        try:
            remedy = note_remedy(case, form.tried(), member_of(request), noted_from=told)
        except CannotChange as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Noted."))
            return redirect(f"{reverse('remedies', args=[slug])}?at={remedy.pk}#remedy-{remedy.pk}")
    return remedies_page(request, case, form=form, noting_from=told.pk if told else "")


def _told_by(case: Case, pk: str) -> Subject | None:
    return Subject.objects.filter(case=case, kind=SubjectKind.INCIDENT, pk=typed_key(pk)).first()


@on_case(Role.CONTRIBUTOR)
@require_POST
def remedy_correct(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    case = find_case(slug)
    remedy, form = get_object_or_404(Remedy, case=case, pk=pk), RemedyForm(case, request.POST)
    if changed := changed_meanwhile(request, remedy):
        form.add_error(None, changed)
    if form.is_valid():
        try:
            correct_remedy(remedy, form.tried(), member_of(request))
        except CannotChange as error:
            form.add_error(None, str(error))
        else:
            return redirect(f"{reverse('remedies', args=[slug])}?at={pk}#remedy-{pk}")
    return remedies_page(request, case, correcting=remedy, correct_form=form)
