"""After the letter: the mail to confirm it is on its way. Where it does not come, it is asked for again."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from tocsin.actions.models import Action
from tocsin.actions.queries import action_view
from tocsin.delivery.ask_again import resend
from tocsin.members.access import anyone
from tocsin.post.deliver import post_office
from tocsin.public.against_abuse.admit import may_ask_again
from tocsin.public.confirm_link import confirm_link
from tocsin.public.open_action import for_open_action


class AgainForm(forms.Form):
    email = forms.EmailField(
        label=_("Your e-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "required": _("Please give the address that you gave with your letter."),
            "invalid": _("This does not look like an e-mail address. Is a part of it missing?"),
        },
    )


@anyone
@for_open_action
def check_mailbox(request: HttpRequest, action: Action) -> HttpResponse:
    """The same page for a new address, a known one, and a program that filled in every field."""
    form = AgainForm(request.POST if request.method == "POST" else None)
    is_asked = form.is_valid()
    if is_asked and may_ask_again(request, form.cleaned_data["email"]):
        resend(action, form.cleaned_data["email"], confirm_link)
    words = {
        "action": action_view(action),
        "mail_is_set_up": post_office().is_real,
        "again": form,
        "is_asked": is_asked,
    }
    return render(request, "public/check_mailbox.html", words, status=422 if form.errors else 200)
