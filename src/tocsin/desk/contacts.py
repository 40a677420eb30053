"""Confirming, adding and retiring one contact point; each leads back to the page it was pressed on."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tocsin.directory.add_contact import add_contact
from tocsin.directory.confirm_contact import confirm_contact
from tocsin.directory.correct_contact import correct_contact
from tocsin.directory.models import ContactPoint, Office
from tocsin.directory.retire_contact import retire_contact
from tocsin.members.access import allowed, member_of
from tocsin.members.models import Member, Role

from .come_back import come_back
from .contact_forms import AddContactForm, CorrectForm, SourceForm
from .done import done
from .office import office_page


@allowed(Role.REVIEWER)
@require_POST
def contact_add(request: HttpRequest, pk: int) -> HttpResponse:
    office = get_object_or_404(Office, pk=pk)
    form = AddContactForm(office, request.POST)
    if not (form.is_valid() and _added(office, form, member_of(request))):
        return office_page(request, office, add_form=form)
    messages.success(request, _("Added and confirmed for %(office)s.") % {"office": office})
    return come_back(request, "office", office.pk)


def _added(office: Office, form: AddContactForm, by: Member) -> bool:
    """Adds the contact to the office and to the twins that were ticked; False with the reason on the form."""
    given = form.cleaned_data
    twins = Office.objects.filter(pk__in=given.get("also", []))

    @transaction.atomic
    def add() -> None:
        for each in [office, *twins]:
            add_contact(each, given["channel"], given["value"], given["source"], given["source_date"], by)

    return done(add, form)


@allowed(Role.REVIEWER)
@require_POST
def contact_confirm(request: HttpRequest, pk: int) -> HttpResponse:
    point = get_object_or_404(ContactPoint.objects.select_related("office"), pk=pk)
    form = SourceForm(request.POST)
    if not (form.is_valid() and _confirmed(point, form, member_of(request))):
        return office_page(request, point.office, confirm_form=form, confirming=point)
    messages.success(request, _("Confirmed: %(value)s.") % {"value": point.value})
    return come_back(request, "office", point.office_id)


def _confirmed(point: ContactPoint, form: SourceForm, by: Member) -> bool:
    given = form.cleaned_data
    return done(lambda: confirm_contact(point, by, given["source"], given["source_date"]), form)


@allowed(Role.REVIEWER)
@require_POST
def contact_correct(request: HttpRequest, pk: int) -> HttpResponse:
    """Another address in the place of one that is not right, which is retired."""
    point = get_object_or_404(ContactPoint.objects.select_related("office"), pk=pk)
    form = CorrectForm(request.POST)
    if not (form.is_valid() and _corrected(point, form, member_of(request))):
        return office_page(request, point.office, correct_form=form, confirming=point)
    messages.success(request, _("Saved and confirmed for %(office)s.") % {"office": point.office})
    return come_back(request, "office", point.office_id)


def _corrected(point: ContactPoint, form: CorrectForm, by: Member) -> bool:
    given = form.cleaned_data
    return done(
        lambda: correct_contact(point, given["value"], given["source"], given["source_date"], by), form
    )


@allowed(Role.REVIEWER)
@require_POST
def contact_retire(request: HttpRequest, pk: int) -> HttpResponse:
    point = get_object_or_404(ContactPoint, pk=pk)
    retire_contact(point, member_of(request), request.POST.get("reason", "")[:300])
    messages.success(request, _("Retired. It is used for nothing any more."))
    return come_back(request, "office", point.office_id)
