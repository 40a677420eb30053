"""An action in other languages: links for volunteers, what they sent, and what is taken of it."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tocsin.actions.access import may_edit, on_action
from tocsin.actions.errors import CannotChange, CannotPublish
from tocsin.actions.models import Action, TranslationLink
from tocsin.actions.translated.links import LIFE
from tocsin.actions.translated.open_link import end_link, open_link
from tocsin.actions.translated.parts import parts_of
from tocsin.actions.translated.take import give_back, take
from tocsin.actions.translated.typed_words import words_for
from tocsin.look.languages import open_path
from tocsin.members.access import member_of
from tocsin.members.models import Role

from .action_edit import find_action
from .language_choices import language_choices, language_words
from .second_person import asks_second


@on_action(Role.REVIEWER)
def translations(request: HttpRequest, slug: str) -> HttpResponse:
    return _page(request, find_action(slug))


def _page(request: HttpRequest, action: Action, **more: Any) -> HttpResponse:
    links = [(link, language_words(link.language)) for link in action.translation_links.all()]
    page = {
        "action": action,
        "links": links,
        "languages": [(code, name) for code, name in language_choices() if code != action.language],
        "own_language": language_words(action.language),
        "days": LIFE.days,
        **more,
    }
    return render(request, "desk/translations.html", page, status=422 if "wrong" in more else 200)


@on_action(Role.REVIEWER)
@require_POST
def translation_open(request: HttpRequest, slug: str) -> HttpResponse:
    """The link stands on this answer and nowhere else."""
    action, language = find_action(slug), request.POST.get("language", "")
    if language not in dict(language_choices()):
        return _page(request, action, wrong=_("Choose a language."))
    try:
        token = open_link(action, language, member_of(request))
    except CannotChange as why:
        return _page(request, action, wrong=str(why))
    address = settings.PUBLIC_URL + open_path("translate", token)
    return _page(request, action, address=address, address_language=language_words(language))


@on_action(Role.REVIEWER)
def translation(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    return _review(request, _link(slug, pk))


def _review(request: HttpRequest, link: TranslationLink, **wrong: Any) -> HttpResponse:
    page = {
        "action": link.action,
        "link": link,
        "language_name": language_words(link.language),
        "rows": [(part, words_for(link, part)) for part in parts_of(link.action)],
        "may_take": may_edit(link.action, member_of(request)),
        "is_open": not link.taken_at and not link.ended_at,
        **wrong,
    }
    return render(request, "desk/translation.html", page, status=422 if wrong else 200)


@on_action(Role.REVIEWER)
@require_POST
@asks_second
def translation_take(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    said = _("Taken. Readers of this language see it now.")
    return _act(request, slug, pk, lambda link: take(link, member_of(request)), said)


@on_action(Role.REVIEWER)
@require_POST
def translation_back(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    note, said = request.POST.get("note", ""), _("Given back. The note stands under the link.")
    return _act(request, slug, pk, lambda link: give_back(link, note, member_of(request)), said)


@on_action(Role.REVIEWER)
@require_POST
def translation_end(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    said = _("Ended: the link leads nowhere any more.")
    return _act(request, slug, pk, lambda link: end_link(link, member_of(request)), said)


def _act(
    request: HttpRequest, slug: str, pk: int, act: Callable[[TranslationLink], None], said: str
) -> HttpResponse:
    link = _link(slug, pk)
    try:
        act(link)
    except (CannotChange, CannotPublish) as why:
        return _review(request, link, wrong=str(why), note=request.POST.get("note", ""))
    messages.success(request, said)
    return redirect("translations", slug)


def _link(slug: str, pk: int) -> TranslationLink:
    """Raises Http404."""
    return get_object_or_404(TranslationLink.objects.select_related("action__case"), pk=pk, action__slug=slug)
