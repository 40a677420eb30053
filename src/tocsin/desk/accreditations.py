"""Stating, and taking back, that an office answers to a country."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tocsin.directory.add_accreditation import add_accreditation
from tocsin.directory.drop_accreditation import drop_accreditation
from tocsin.directory.models import Accreditation, Office
from tocsin.members.access import allowed, member_of
from tocsin.members.models import Member, Role

from .contact_forms import ServesForm
from .done import done
from .office import office_page


@allowed(Role.REVIEWER)
@require_POST
def accreditation_add(request: HttpRequest, pk: int) -> HttpResponse:
    office = get_object_or_404(Office, pk=pk)
    form = ServesForm(request.POST)
    if not (form.is_valid() and _added(office, form, member_of(request))):
        return office_page(request, office, serves_form=form)
    messages.success(request, _("Noted."))
    return redirect("office", pk)


def _added(office: Office, form: ServesForm, by: Member) -> bool:
    given = form.cleaned_data
    when = given["valid_from"], given["valid_to"]
    return done(
        lambda: add_accreditation(office, given["country"], given["source"], given["source_date"], by, *when),
        form,
    )


@allowed(Role.REVIEWER)
@require_POST
def accreditation_drop(request: HttpRequest, pk: int) -> HttpResponse:
    stated = get_object_or_404(Accreditation.objects.select_related("office"), pk=pk)
    drop_accreditation(stated, member_of(request))
    messages.success(request, _("Taken back."))
    return redirect("office", stated.office_id)
