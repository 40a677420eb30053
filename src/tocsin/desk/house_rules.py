"""What the organisation has decided for itself: which acts need a second person."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from tocsin.members.access import allowed, member_of
from tocsin.members.loosen_house_rules import (
    agree_to_loosen,
    asked_to_loosen,
    other_administrators,
    refuse_to_loosen,
    rules_named,
)
from tocsin.members.models import HouseRules, Role
from tocsin.members.second_person import CannotAgree, house_rules
from tocsin.members.set_house_rules import set_house_rules


class HouseRulesForm(forms.ModelForm):
    class Meta:
        model = HouseRules
        fields = ("second_person_publishes", "second_person_exports")
        help_texts = {
            "second_person_publishes": gettext_lazy(
                "Whoever publishes an action or a case, or takes letters out of a public count, asks another publisher of the case, who reads it first."
            ),
            "second_person_exports": gettext_lazy("Whoever exports a case asks another publisher of it."),
        }


@allowed(Role.ADMINISTRATOR)
@require_http_methods(["GET", "HEAD", "POST"])
def rules(request: HttpRequest) -> HttpResponse:
    if "agree" in request.POST or "refuse" in request.POST:
        return _answered(request)
    form = HouseRulesForm(request.POST if request.method == "POST" else None, instance=house_rules())
    if request.method == "POST" and form.is_valid():
        if set_house_rules(by=member_of(request), **form.cleaned_data):
            messages.success(request, _("Saved, and noted in the audit."))
        else:
            messages.info(request, _("The rule holds until another administrator agrees to let it go."))
        return redirect("house_rules")
    asked = asked_to_loosen()
    page = {
        "form": form,
        "asked": asked,
        "asked_rules": rules_named(asked) if asked else [],
        "others": other_administrators(member_of(request)),
    }
    return render(request, "desk/house_rules.html", page)


def _answered(request: HttpRequest) -> HttpResponse:
    """Her word on the request to let a rule go."""
    asked, by = asked_to_loosen(), member_of(request)
    try:
        if asked is None:
            raise CannotAgree(_("Somebody answered this request meanwhile."))
        if "agree" in request.POST:
            agree_to_loosen(asked, by)
        else:
            refuse_to_loosen(asked, by)
    except CannotAgree as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Saved, and noted in the audit."))
    return redirect("house_rules")
