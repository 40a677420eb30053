"""The letter of an action in one language: write it, draft it anew from the demands, take it away."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tocsin.actions.access import may_edit, on_action
from tocsin.actions.drop_letter import drop_letter
from tocsin.actions.errors import CannotPublish
from tocsin.actions.letter_draft import drafted_letter
from tocsin.actions.missing import cautions
from tocsin.actions.models import Action, Capacity
from tocsin.actions.state import letter_name
from tocsin.actions.write_letter import write_letter
from tocsin.members.access import member_of
from tocsin.members.models import Role

from .action_edit import find_action
from .action_forms import LetterForm
from .action_words_waiting import her_words
from .language_choices import language_choices, language_words
from .second_person import asks_second


@on_action(Role.REVIEWER)
@asks_second
def action_letter(request: HttpRequest, slug: str, language: str) -> HttpResponse:
    action = find_action(slug)
    if language not in dict(language_choices()) or capacity_of(request) not in Capacity.values:
        raise Http404
    if request.method != "POST":
        return _page(request, action, language, LetterForm(initial=_standing(request, action, language)))
    form = LetterForm(request.POST)
    if not (form.is_valid() and _written(request, action, language, form)):
        return _page(request, action, language, form, status=422)
    messages.success(request, _("The letter is saved."))
    return redirect(f"{reverse('action_edit', args=[slug])}#letter")


def capacity_of(request: HttpRequest) -> str:
    """Of whom the letter is for, as `?as=` names it; empty for the general one."""
    return request.GET.get("as", "")


def _standing(request: HttpRequest, action: Action, language: str) -> dict[str, str]:
    """The one that she asked for, else the stored letter; a fresh draft where there is none, or where one is asked for by `?draft=new`."""
    hers = her_words(action, member_of(request)).get(letter_name(language, capacity_of(request)))
    if hers and request.GET.get("draft") != "new":
        return dict(zip(("subject", "body"), hers, strict=True))
    letter = action.letter_in(language, capacity_of(request))
    if letter and request.GET.get("draft") != "new":
        return {"subject": letter.subject, "body": letter.body}
    draft = drafted_letter(action, language, capacity_of(request))
    return {"subject": draft.subject, "body": draft.body}


def _written(request: HttpRequest, action: Action, language: str, form: LetterForm) -> bool:
    try:
        given, by = form.cleaned_data, member_of(request)
        write_letter(action, by, language, given["subject"], given["body"], capacity_of(request))
    except CannotPublish as error:
        form.add_error(None, list(error.sentences))
        return False
    return True


def _page(
    request: HttpRequest, action: Action, language: str, form: LetterForm, status: int = 200
) -> HttpResponse:
    capacity = capacity_of(request)
    page = {
        "action": action,
        "capacity": capacity,
        "capacity_words": Capacity(capacity).label if capacity else "",
        "form": form,
        "language": language,
        "language_name": language_words(language),
        "stored": action.letter_in(language, capacity),
        "is_redrafted": request.method == "GET" and request.GET.get("draft") == "new",
        "may_edit": may_edit(action, member_of(request)),
        "demands": action.demands.filter(goes_into_letter=True),
        "unsaid": [gap.sentence for gap in cautions(action) if gap.step == "letter"],
    }
    return render(request, "desk/action_letter.html", page, status=status)


@on_action(Role.REVIEWER)
def action_letter_new(request: HttpRequest, slug: str) -> HttpResponse:
    """Leads to the letter in the language that was chosen."""
    address = reverse("action_letter", args=[slug, request.GET.get("language", "en")])
    return redirect(
        f"{address}?{urlencode({'as': capacity_of(request)})}" if capacity_of(request) else address
    )


@on_action(Role.REVIEWER)
@require_POST
@asks_second
def action_letter_drop(request: HttpRequest, slug: str, language: str) -> HttpResponse:
    letter = find_action(slug).letter_in(language, capacity_of(request))
    if letter is None:
        raise Http404
    try:
        drop_letter(letter, member_of(request))
    except CannotPublish as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("The letter is taken away."))
    return redirect(f"{reverse('action_edit', args=[slug])}#letter")
