"""Adding an office that no report printed."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tocsin.actions.access import actions_of, may_edit
from tocsin.actions.add_target import add_target
from tocsin.actions.models import Action
from tocsin.directory.add_office import add_office
from tocsin.directory.errors import CannotUse
from tocsin.directory.models import Office, OfficeKind
from tocsin.members.access import allowed, member_of
from tocsin.members.models import Member, Role

from .contact_forms import SourceForm
from .long_select import LongSelect
from .office_form import or_unknown


class OfficeForm(SourceForm):
    name = forms.CharField(
        label=gettext_lazy("Name of the office"),
        max_length=300,
        help_text=gettext_lazy("An office in its public role, never a private person."),
    )
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=OfficeKind.choices)
    of_country = forms.ChoiceField(
        label=gettext_lazy("Whose office it is"), required=False, choices=or_unknown, widget=LongSelect
    )
    in_country = forms.ChoiceField(
        label=gettext_lazy("Where it stands"), required=False, choices=or_unknown, widget=LongSelect
    )
    city = forms.CharField(label=gettext_lazy("City"), max_length=120, required=False)
    serves = forms.ChoiceField(
        label=gettext_lazy("Country that it answers to"),
        required=False,
        choices=or_unknown,
        widget=LongSelect,
        help_text=gettext_lazy("For a mission. More of them can be added on the office’s own page."),
    )
    field_order = ("name", "kind", "of_country", "in_country", "city", "serves", "source", "source_date")


@allowed(Role.REVIEWER)
def office_new(request: HttpRequest) -> HttpResponse:
    """`?action=slug` adds the office to that action as well."""
    action = _action(request)
    form = OfficeForm(request.POST or None)
    office = _added(form, action, member_of(request)) if form.is_valid() else None
    if office is None:
        page = {"form": form, "action": action}
        return render(request, "desk/office_new.html", page, status=422 if form.is_bound else 200)
    messages.success(request, _("The office is added. Now add a way to reach it."))
    return redirect("office", office.pk)


def _action(request: HttpRequest) -> Action | None:
    """The action named in the address, where the member may add to it."""
    by = member_of(request)
    action = actions_of(by).filter(slug=request.GET.get("action", "")).first()
    return action if action and may_edit(action, by) else None


def _served(form: OfficeForm) -> list[str]:
    return [country for country in [form.cleaned_data["serves"]] if country]


def _added(form: OfficeForm, action: Action | None, by: Member) -> Office | None:
    try:
        office = add_office(by=by, **form.cleaned_data | {"serves": _served(form)})
    except CannotUse as error:
        form.add_error(None, str(error))
        return None
    if action:
        add_target(action, office, by)
    return office
