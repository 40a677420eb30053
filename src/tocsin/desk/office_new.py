"""Adding an office that no report printed."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from tocsin.actions.access import actions_of, may_edit
from tocsin.actions.add_target import add_target
from tocsin.actions.errors import CannotPublish
from tocsin.actions.models import Action
from tocsin.directory.add_office import add_office
from tocsin.directory.errors import CannotUse
from tocsin.directory.models import Office
from tocsin.members.access import allowed, member_of
from tocsin.members.models import Member, Role

from .office_form import NewOfficeForm
from .second_person import asks_second


@allowed(Role.REVIEWER)
@asks_second
def office_new(request: HttpRequest) -> HttpResponse:
    """`?action=slug` adds the office to that action as well."""
    action = _action(request)
    form = NewOfficeForm(request.POST or None)
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


def _served(form: NewOfficeForm) -> list[str]:
    return [country for country in [form.cleaned_data["serves"]] if country]


def _added(form: NewOfficeForm, action: Action | None, by: Member) -> Office | None:
    try:
        office = add_office(by=by, **form.cleaned_data | {"serves": _served(form)})
        if action:
            add_target(action, office, by)
    except (CannotUse, CannotPublish) as error:
        form.add_error(None, str(error))
        return None
    return office
