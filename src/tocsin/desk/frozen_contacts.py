"""Contacts in the wrong hands: one switch that freezes an address everywhere, and what is frozen now."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from tocsin.directory.freeze_contact import freeze_contact, thaw_contact
from tocsin.members.access import allowed, member_of
from tocsin.members.models import Role
from tocsin.post.models import FrozenAddress

from .done import done


class FreezeForm(forms.Form):
    value = forms.CharField(
        label=gettext_lazy("Address or number"),
        max_length=500,
        help_text=gettext_lazy("As it stands in public; it need not be that of an office."),
    )
    reason = forms.CharField(
        label=gettext_lazy("What happened"),
        max_length=300,
        help_text=gettext_lazy("For the audit trail alone: who was arrested when, and who told us."),
    )


@allowed(Role.REVIEWER)
def frozen_contacts(request: HttpRequest) -> HttpResponse:
    """`?value=` fills in the address of the page that led here."""
    form = FreezeForm(request.POST or None, initial={"value": request.GET.get("value", "")})
    if form.is_valid() and _frozen(request, form):
        messages.success(request, _("Frozen. It is gone from every page, and nothing goes there any more."))
        return redirect("frozen_contacts")
    page = {
        "form": form,
        "frozen": FrozenAddress.objects.all(),
        "may_thaw": member_of(request).holds(Role.PUBLISHER),
    }
    return render(request, "desk/frozen_contacts.html", page, status=422 if form.errors else 200)


def _frozen(request: HttpRequest, form: FreezeForm) -> bool:
    given = form.cleaned_data
    return done(lambda: freeze_contact(given["value"], member_of(request), given["reason"]), form)


@allowed(Role.PUBLISHER)
@require_POST
def frozen_contact_thaw(request: HttpRequest, pk: int) -> HttpResponse:
    thaw_contact(get_object_or_404(FrozenAddress, pk=pk), member_of(request))
    messages.success(request, _("Let go. Confirm it anew where an office shall be reached by it again."))
    return redirect("frozen_contacts")
