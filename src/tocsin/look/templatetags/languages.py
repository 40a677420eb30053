"""The switch between the languages of the site: links that work in a file, without a cookie and without a script."""

from typing import Any

from django import template
from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language

from tocsin.look.languages import codes, parted, prefix_of

register = template.Library()


@register.inclusion_tag("look/languages.html", takes_context=True)
def language_switch(context: template.Context, form: str = "", posts_to: str = "") -> dict[str, Any]:
    """`here` in the context is the page's own address, without a language; else it is asked of the request.

    What somebody typed goes along: `form` is the form (by its id) that is posted to `posts_to`, an address that only shows.
    """
    here = parted(posts_to)[1] or context.get("here") or _asked_for(context.get("request"))
    names = dict(settings.LANGUAGES)
    now = get_language() or settings.LANGUAGE_CODE
    others = [(code, name, f"/{prefix_of(code)}{here[1:]}") for code, name in names.items() if code != now]
    return {"now": (now, names.get(now, now)), "others": others if here else [], "form": form}


@register.inclusion_tag("look/language_links.html", takes_context=True)
def language_links(context: template.Context) -> dict[str, Any]:
    """For search engines: where the same page is in other languages, and where in whatever the browser likes best.

    Of pages that are the same for everybody: they say `here`.
    """
    here, found = context.get("here", ""), codes()
    if not here or len(found) == 1:
        return {"alternates": ()}
    ways = [(code, f"/{prefix_of(code)}{here[1:]}") for code in found]
    return {"alternates": [(code, settings.PUBLIC_URL + path) for code, path in [*ways, ("x-default", here)]]}


def _asked_for(request: HttpRequest | None) -> str:
    """Empty for the answer to a form: by a link it would come back empty."""
    if request is None or request.method not in ("GET", "HEAD"):
        return ""
    return parted(request.get_full_path())[1]
