"""The lines that put an action on another organisation's site."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.html import format_html

from tocsin.actions.models import Action, Partner
from tocsin.actions.partners.named import partner_named
from tocsin.actions.queries import action_view
from tocsin.look.languages import open_path
from tocsin.members.access import anyone
from tocsin.public.open_action import for_open_action


@anyone
@for_open_action
def on_your_site(request: HttpRequest, action: Action) -> HttpResponse:
    """`?by=` is the short name of a partner that an administrator wrote down."""
    typed = request.GET.get("by", "").strip()
    partner = Partner.objects.filter(pk=partner_named(typed) or 0).first()
    view, by = action_view(action), partner.slug if partner else ""
    address = settings.PUBLIC_URL + open_path("embed", action.slug) + (f"?by={by}" if by else "")
    words = {
        "action": view,
        "typed": typed,
        "partner": partner,
        "address": address,
        "frame": format_html(
            '<iframe src="{}" title="{}" width="100%" height="430" style="border:0;max-width:38rem" loading="lazy"></iframe>',
            address,
            view.title,
        ),
        "script": format_html(
            '<script src="{}" data-action="{}"{} data-title="{}" async></script>',
            settings.PUBLIC_URL + open_path("embed_script"),
            action.slug,
            format_html(' data-by="{}"', by) if by else "",
            view.title,
        ),
    }
    return render(request, "public/on_your_site.html", words)
