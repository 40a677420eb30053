"""What an editor does on a person's card: consent given and withdrawn, and whether the person is a child."""

from collections.abc import Callable
from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tocsin.cases.access import on_case
from tocsin.cases.consent import record_consent, withdraw_consent
from tocsin.cases.elsewhere.answer import say_another, say_same
from tocsin.cases.errors import CannotChange
from tocsin.cases.minors import set_minor
from tocsin.cases.models import Case, Consent, PersonAtRisk
from tocsin.members.access import member_of
from tocsin.members.models import Role

from .case_act import tell
from .case_file import find_case
from .person import card_page

# Where on the card stands what a form changes.
PLACES = {"consent": "consent-head", "withdraw": "consent-head", "minor": "naming-head"}
ASKED = ("basis", "given_by", "given_on", "way", "note")


@on_case(Role.REVIEWER)
@require_POST
def person_agrees(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    case = find_case(slug)
    person = get_object_or_404(PersonAtRisk, case=case, pk=pk)
    given = {name: request.POST.get(name, "") for name in ASKED}
    return _do(
        request, case, person, lambda: record_consent(person, by=member_of(request), **given), "consent"
    )


@on_case(Role.REVIEWER)
@require_POST
def person_takes_back(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Consent is withdrawn: the name goes from everything public at once."""
    case = find_case(slug)
    consent = get_object_or_404(Consent.objects.select_related("person"), person__case=case, pk=pk)
    on, note = request.POST.get("withdrawn_on", ""), request.POST.get("note", "")
    act = partial(withdraw_consent, consent, on, note, member_of(request))
    done = _("Withdrawn. The name is withheld from everything public.")
    return _do(request, case, consent.person, act, "withdraw", done, wrong_consent=pk)


@on_case(Role.REVIEWER)
@require_POST
def person_minor(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    case = find_case(slug)
    person = get_object_or_404(PersonAtRisk, case=case, pk=pk)
    is_minor = request.POST.get("is_minor") == "yes"
    return _do(request, case, person, lambda: set_minor(person, is_minor, member_of(request)), "minor")


@on_case(Role.REVIEWER)
@require_POST
def person_held(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Her word on a name that is held back: the same person as elsewhere, or another one."""
    case = find_case(slug)
    person = get_object_or_404(PersonAtRisk.objects.select_related("case"), case=case, pk=pk)
    said = {
        "same": (say_same, _("Withheld here, too.")),
        "another": (say_another, _("Not held back any more.")),
    }
    if (answer := request.POST.get("answer", "")) in said:
        act, done = said[answer]
        tell(request, partial(act, person, member_of(request)), done)
    return redirect("person_card", case.slug, person.pk)


def _do(
    request: HttpRequest,
    case: Case,
    person: PersonAtRisk,
    act: Callable[[], object],
    form: str,
    done: str = "",
    **where: int,
) -> HttpResponse:
    try:
        act()
    except CannotChange as error:
        return card_page(
            request, case, person, wrong_form=form, wrong=str(error), typed=request.POST, **where
        )
    messages.success(request, done or _("Stored."))
    return redirect(reverse("person_card", args=[case.slug, person.pk]) + f"#{PLACES[form]}")
