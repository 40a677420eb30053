"""Correcting an office, saying for which cases it counts, and taking over what the directory knows of it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tocsin.directory.adopt import adopt, adoptable
from tocsin.directory.count_for_all import count_for_all
from tocsin.directory.edit_office import edit_office
from tocsin.directory.models import Office
from tocsin.directory.take_missing import take_missing
from tocsin.members.access import allowed, member_of
from tocsin.members.models import Role

from .done import done
from .known_beside import known_beside
from .office import office_page
from .office_form import EditOfficeForm


@allowed(Role.REVIEWER)
@require_POST
def office_edit(request: HttpRequest, pk: int) -> HttpResponse:
    office = get_object_or_404(Office, pk=pk)
    form = EditOfficeForm(office, request.POST)
    by = member_of(request)
    if not (form.is_valid() and done(lambda: edit_office(office, by, **form.cleaned_data), form)):
        return office_page(request, office, edit_form=form)
    messages.success(request, _("Saved."))
    return redirect("office", pk)


@allowed(Role.REVIEWER)
@require_POST
def office_counts(request: HttpRequest, pk: int) -> HttpResponse:
    """For every case, or for those alone that print it."""
    office = get_object_or_404(Office, pk=pk)
    count_for_all(office, member_of(request), counts=request.POST.get("counts") == "all")
    messages.success(request, _("Saved."))
    return redirect("office", pk)


@allowed(Role.REVIEWER)
@require_POST
def office_take(request: HttpRequest, pk: int) -> HttpResponse:
    """What the directory knows is put beside what stands there, unconfirmed."""
    office = get_object_or_404(Office, pk=pk)
    known = known_beside(office)
    if known and known.mission.key == request.POST.get("key"):
        take_missing(office, known.mission, member_of(request))
        messages.success(request, _("Put beside what stands here, unconfirmed."))
    else:
        messages.error(request, _("The directory knows another office there by now. Look again."))
    return redirect("office", pk)


@allowed(Role.REVIEWER)
@require_POST
def office_adopt(request: HttpRequest) -> HttpResponse:
    """A mission of the directory becomes one of our offices, with nothing of it confirmed."""
    code, key = request.POST.get("country", ""), request.POST.get("key", "")
    mission = next((m for m in adoptable(code) if m.key == key), None)
    if mission is None:
        messages.error(request, _("The directory offers no such office."))
        return redirect("offices")
    [office] = adopt([mission], member_of(request))
    messages.success(request, _("Taken from the directory, unconfirmed."))
    return redirect("office", office.pk)
