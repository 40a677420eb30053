"""A volunteer's personal link to translate an action: each text beside a field. No account, no cookie, no JavaScript.

The link itself is the key: a forged form of another site would have to know it, so its form needs no token beside it.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from tocsin.actions.models import TranslationLink
from tocsin.actions.queries import action_view
from tocsin.actions.translated.links import LIFE, link_of
from tocsin.actions.translated.parts import parts_of
from tocsin.actions.translated.type_in import faults_of, keep_typed, send_typed
from tocsin.actions.translated.typed_words import earlier_words, words_for
from tocsin.members.access import anyone
from tocsin.public.language_names import language_name
from tocsin.public.unseen import unseen


@anyone
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def translate(request: HttpRequest, token: str) -> HttpResponse:
    link = link_of(token, timezone.now())
    if link is None:
        return unseen(_ended(request))
    if request.method != "POST":
        return unseen(_page(request, link))
    keep_typed(link, {name.removeprefix("of-"): text for name, text in request.POST.dict().items()})
    if request.POST.get("act") != "send":
        return unseen(_page(request, link, is_kept=True))
    faults = send_typed(link)
    return unseen(_page(request, link, is_kept=True, hindered=faults))


def _ended(request: HttpRequest) -> HttpResponse:
    """What she has just typed is shown once more, since it is stored nowhere."""
    posted = request.POST.items()
    words = [text for name, text in posted if name.startswith("of-") and str(text).strip()]
    return render(request, "public/translate_ended.html", {"lost": words}, status=410)


def _page(
    request: HttpRequest,
    link: TranslationLink,
    is_kept: bool = False,
    hindered: dict[str, list[str]] | None = None,
) -> HttpResponse:
    """`hindered`: what is still in the way of sending, by the text that it is about."""
    parts = parts_of(link.action)
    earlier = earlier_words(link, parts)
    rows: list[dict[str, Any]] = [
        {
            "part": part,
            "typed": words_for(link, part),
            "earlier": earlier.get(part.of, []),
            "faults": hindered[part.of] if hindered and part.of in hindered else faults_of(link, part),
        }
        for part in parts
    ]
    wrong = any(row["faults"] for row in rows)
    words = {
        "action": action_view(link.action),
        "from_language": link.action.language,
        "from_name": language_name(link.action.language),
        "link": link,
        "language_name": language_name(link.language),
        "rows": rows,
        "is_kept": is_kept,
        "wrong": wrong,
        "ends_at": link.opened_at + LIFE,
        "country": link.action.case.country,
    }
    return render(request, "public/translate.html", words, status=422 if wrong and is_kept else 200)
