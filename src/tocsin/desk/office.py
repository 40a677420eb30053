"""One office: how to reach it, whom it serves, and which actions write to it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from tocsin.actions.access import actions_of
from tocsin.actions.models import Target
from tocsin.directory.models import ContactPoint, Office
from tocsin.members.access import allowed, member_of
from tocsin.members.models import Role

from .come_back import next_address
from .contact_forms import AddContactForm, CorrectForm, ServesForm, SourceForm
from .known_beside import known_beside
from .office_form import EditOfficeForm
from .office_rows import office_row


@allowed(Role.VIEWER)
def office(request: HttpRequest, pk: int) -> HttpResponse:
    return office_page(request, get_object_or_404(Office, pk=pk))


def office_page(request: HttpRequest, office: Office, **forms: Any) -> HttpResponse:
    """The page, with the forms as they were filled in where something is wrong with them."""
    page = {
        "row": office_row(office),
        "targets": Target.objects.filter(
            office=office, action__in=actions_of(member_of(request))
        ).select_related("action"),
        "next": next_address(request),
        "may_edit": member_of(request).holds(Role.REVIEWER),
        "add_form": AddContactForm(office),
        "confirm_form": SourceForm(),
        "correct_form": CorrectForm(),
        "edit_form": EditOfficeForm(office),
        "known": known_beside(office),
        "serves_form": ServesForm(),
        **forms,
        "wrong_at": _wrong_at(**forms),
    }
    return render(request, "desk/office.html", page, status=422 if forms else 200)


def _wrong_at(
    add_form: object = None,
    serves_form: object = None,
    edit_form: object = None,
    confirming: ContactPoint | None = None,
    **_others: Any,
) -> str:
    """The anchor of the form that needs another look; empty where none does."""
    if confirming:
        return f"contact-{confirming.pk}"
    forms = {"add-contact": add_form, "serves-card": serves_form, "about-card": edit_form}
    return next((anchor for anchor, form in forms.items() if form), "")
