"""As what an action writes to one of its offices."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tocsin.actions.access import on_action
from tocsin.actions.errors import CannotChange, CannotPublish
from tocsin.actions.models import Capacity, Target
from tocsin.actions.set_capacity import set_capacity
from tocsin.members.access import member_of
from tocsin.members.models import Role

from .action_contacts import to_contact
from .second_person import asks_second


class CapacityForm(forms.Form):
    capacity = forms.ChoiceField(choices=Capacity.choices, required=False)
    source = forms.CharField(max_length=300, required=False)
    source_date = forms.CharField(max_length=30, required=False)


@on_action(Role.REVIEWER)
@require_POST
@asks_second
def action_target_capacity(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    found = Target.objects.select_related("office", "action__case")
    target = get_object_or_404(found, pk=pk, action__slug=slug)
    form = CapacityForm(request.POST)
    try:
        if form.is_valid():
            given = form.cleaned_data
            by = member_of(request)
            set_capacity(target, given["capacity"], by, given["source"], given["source_date"])
            messages.success(request, _("Saved."))
    except (CannotChange, CannotPublish) as error:
        messages.error(request, str(error))
    return to_contact(slug, target.office_id)
