"""Organisations that bring people to our actions: written down, handed a key, told how many they brought."""

from django import forms
from django.contrib import messages
from django.core.validators import validate_slug
from django.db.models import Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from tocsin.actions.errors import CannotChange
from tocsin.actions.models import Partner
from tocsin.actions.partners.keys import make_key, revoke_key
from tocsin.actions.partners.make_partner import make_partner
from tocsin.members.access import allowed, member_of
from tocsin.members.models import Role


class PartnerForm(forms.Form):
    name = forms.CharField(label=gettext_lazy("Name of the organisation"), max_length=200)
    slug = forms.CharField(
        label=gettext_lazy("Short name"),
        help_text=gettext_lazy(
            "For the address of what they show of us, such as dockers-oslo. It is no secret."
        ),
        max_length=40,
        validators=[validate_slug],
    )


@allowed(Role.ADMINISTRATOR)
@require_http_methods(["GET", "HEAD", "POST"])
def partners(request: HttpRequest) -> HttpResponse:
    form = PartnerForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            make_partner(**form.cleaned_data, by=member_of(request))
        except CannotChange as error:
            form.add_error("slug", str(error))
        else:
            messages.success(request, _("Written down, and noted in the audit."))
            return redirect("partners")
    rows = Partner.objects.annotate(confirmed=Sum("tallies__confirmed"), handed=Sum("tallies__handed_over"))
    page = {"form": form, "partners": rows}
    return render(request, "desk/partners.html", page, status=422 if form.errors else 200)


@allowed(Role.ADMINISTRATOR)
def partner(request: HttpRequest, pk: int) -> HttpResponse:
    """How many letters came by this one, action by action."""
    found = get_object_or_404(Partner, pk=pk)
    tallies = found.tallies.select_related("action").order_by("-action__published_at")
    return render(request, "desk/partner.html", {"partner": found, "tallies": tallies})


@allowed(Role.ADMINISTRATOR)
@require_POST
def partner_key(request: HttpRequest, pk: int) -> HttpResponse:
    """Shown once, as the answer itself; only its hash is stored."""
    found = get_object_or_404(Partner, pk=pk)
    key = make_key(found, member_of(request))
    return render(request, "desk/partner_key.html", {"partner": found, "key": key})


@allowed(Role.ADMINISTRATOR)
@require_POST
def partner_revoke(request: HttpRequest, pk: int) -> HttpResponse:
    revoke_key(get_object_or_404(Partner, pk=pk), member_of(request))
    messages.success(request, _("Revoked: the next call with it is refused."))
    return redirect("partners")
