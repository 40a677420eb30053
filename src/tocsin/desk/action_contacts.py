"""Whom an action writes to, and which of their addresses may be used."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tocsin.actions.access import may_edit, on_action
from tocsin.actions.add_target import add_target
from tocsin.actions.adopt_targets import missions_beside, missions_to_add
from tocsin.actions.drop_target import drop_target
from tocsin.actions.errors import CannotChange, CannotPublish
from tocsin.actions.models import Capacity, Target, TargetRole
from tocsin.directory.models import Office
from tocsin.members.access import member_of
from tocsin.members.models import Role

from .action_directory import own_offices
from .action_edit import find_action
from .action_forms import RoleForm
from .contact_forms import AddContactForm, SourceForm
from .country_choices import country_choices
from .second_person import asks_second
from .target_rows import TargetRow, all_countries, for_country, target_rows


@on_action(Role.VIEWER)
def action_contacts(request: HttpRequest, slug: str) -> HttpResponse:
    action = find_action(slug)
    rows = target_rows(action)
    country = request.GET.get("country", "")
    shown = for_country(rows, country)
    opened = _opened(request, shown)
    page = {
        "action": action,
        "total": len(rows),
        "groups": _groups(shown),
        "reached_count": sum(bool(row.row.usable) for row in rows),
        "country": country,
        "countries": country_choices(all_countries(rows)) if rows else [],
        "opened": opened,
        "add_form": AddContactForm(opened.target.office) if opened else None,
        "confirm_form": SourceForm(),
        "roles": TargetRole.choices,
        "capacities": Capacity.choices,
        "may_edit": may_edit(action, member_of(request)),
        "here": _here(request, opened),
        "to_adopt": len(missions_to_add(action)) + own_offices(action).count(),
        "beside_count": len(missions_beside(action)),
        "other_offices": Office.objects.exclude(pk__in=[r.target.office_id for r in rows]).order_by("name"),
    }
    return render(request, "desk/action_contacts.html", page)


def _groups(rows: list[TargetRow]) -> list[tuple[str, str, list[TargetRow]]]:
    """(anchor, heading, rows): those who can be written to first, then those who still lack an address."""
    reached = [row for row in rows if row.row.usable]
    unreached = [row for row in rows if not row.row.usable]
    return [
        ("unreached", _("Without a confirmed address"), unreached),
        ("reached", _("With a confirmed address"), reached),
    ]


def _opened(request: HttpRequest, rows: list[TargetRow]) -> TargetRow | None:
    """The one whose forms are shown: pages with forty offices stay light."""
    if len(rows) == 1:
        return rows[0]
    wanted = request.GET.get("office", "")
    return next((row for row in rows if str(row.target.office_id) == wanted), None)


def _here(request: HttpRequest, opened: TargetRow | None) -> str:
    """This page, at the office that stands open."""
    return (
        f"{request.get_full_path()}#office-{opened.target.office_id}" if opened else request.get_full_path()
    )


@on_action(Role.REVIEWER)
@require_POST
@asks_second
def action_target_add(request: HttpRequest, slug: str) -> HttpResponse:
    action = find_action(slug)
    office = get_object_or_404(Office, pk=request.POST.get("office") or 0)
    try:
        add_target(action, office, member_of(request))
    except CannotPublish as error:
        messages.error(request, str(error))
        return redirect("action_contacts", slug)
    messages.success(request, _("%(office)s is added.") % {"office": office})
    return to_contact(slug, office.pk)


@on_action(Role.REVIEWER)
@require_POST
@asks_second
def action_target_role(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    target = get_object_or_404(Target.objects.select_related("office", "action"), pk=pk, action__slug=slug)
    form = RoleForm(request.POST)
    try:
        if form.is_valid():
            add_target(target.action, target.office, member_of(request), form.cleaned_data["role"])
            messages.success(request, _("Saved."))
    except CannotPublish as error:
        messages.error(request, str(error))
    return to_contact(slug, target.office_id)


@on_action(Role.REVIEWER)
@require_POST
def action_target_drop(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    target = get_object_or_404(Target.objects.select_related("office", "action"), pk=pk, action__slug=slug)
    try:
        drop_target(target, member_of(request))
    except (CannotChange, CannotPublish) as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("%(office)s is taken off this action.") % {"office": target.office})
    return redirect("action_contacts", slug)


def to_contact(slug: str, office: int) -> HttpResponse:
    """To the page, at an office that stands open."""
    return redirect(f"{reverse('action_contacts', args=[slug])}?office={office}#office-{office}")
