"""What the organisation has decided for itself: which acts need a second person."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from tocsin.members.access import allowed, member_of
from tocsin.members.models import HouseRules, Role
from tocsin.members.second_person import house_rules
from tocsin.members.set_house_rules import set_house_rules


class HouseRulesForm(forms.ModelForm):
    class Meta:
        model = HouseRules
        fields = ("second_person_publishes", "second_person_exports")
        help_texts = {
            "second_person_publishes": gettext_lazy(
                "Whoever publishes an action or a case asks another publisher of the case, who reads it first."
            ),
            "second_person_exports": gettext_lazy("Whoever exports a case asks another publisher of it."),
        }


@allowed(Role.ADMINISTRATOR)
@require_http_methods(["GET", "HEAD", "POST"])
def rules(request: HttpRequest) -> HttpResponse:
    form = HouseRulesForm(request.POST if request.method == "POST" else None, instance=house_rules())
    if request.method == "POST" and form.is_valid():
        set_house_rules(by=member_of(request), **form.cleaned_data)
        messages.success(request, _("Saved, and noted in the audit."))
        return redirect("house_rules")
    return render(request, "desk/house_rules.html", {"form": form})
