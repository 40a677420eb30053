"""What an editor does in a case file."""

from collections.abc import Callable
from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from tocsin.cases.access import on_case
from tocsin.cases.edit import edit_case
from tocsin.cases.elsewhere.held_before import names_checked
from tocsin.cases.end_judgement import part
from tocsin.cases.errors import CannotChange
from tocsin.cases.freeze import freeze, thaw
from tocsin.cases.models import Case, Claim, Naming, PersonAtRisk
from tocsin.cases.name_person import show_name, withhold_name
from tocsin.cases.publish import publish_case, withdraw_case
from tocsin.cases.show_claim import show_claims
from tocsin.cases.shown_more.gate import NeedsAnother
from tocsin.cases.withdraw import restore_claim, withdraw_claim
from tocsin.members.access import member_of
from tocsin.members.models import Member, Role
from tocsin.members.second_person import NeedsSecondPerson

from .as_seen import changed_meanwhile
from .case_act import tell
from .case_file import WORDING, CaseForm, case_page, find_case
from .person import card_page
from .second_person import done_or_asked, lead_to_second, lead_to_show
from .typed_key import typed_key


def _back(case: Case, subject: str = "") -> HttpResponse:
    """To the page of the file on which the subject stands."""
    return redirect(
        reverse("case_desk", args=[case.slug]) + (f"?at={subject}#subject-{subject}" if subject else "")
    )


def _do(request: HttpRequest, case: Case, act: Callable[[], object], done: str = "") -> HttpResponse:
    try:
        tell(request, act, done)
    except NeedsAnother as needs:
        return lead_to_show(request, needs)
    except NeedsSecondPerson:
        return lead_to_second(request, "case.published", case)
    return _to_place(request, case)


def _to_place(request: HttpRequest, case: Case, person: int | None = None) -> HttpResponse:
    """The subject whose form was pressed, in the file or on the card on which it was pressed."""
    pk = person or typed_key(request.POST.get("subject", ""))
    if request.POST.get("back") == "card" and pk > 0:
        return redirect(reverse("person_card", args=[case.slug, pk]) + f"#subject-{pk}")
    return _back(case, str(pk) if pk > 0 else "")


@on_case(Role.REVIEWER)
@require_POST
def case_edit(request: HttpRequest, slug: str) -> HttpResponse:
    case, form = find_case(slug), CaseForm(request.POST)
    form.full_clean()
    if changed := changed_meanwhile(request, case, *WORDING):
        form.add_error(None, changed)
    if form.errors:
        return case_page(request, case, form=form)
    try:
        asked = done_or_asked(request, lambda: edit_case(case, by=member_of(request), **form.cleaned_data))
    except CannotChange as error:
        form.add_error(None, str(error))
        return case_page(request, case, form=form)
    if asked:
        return redirect("second_person", asked.pk)
    messages.success(request, _("Stored."))
    return _back(case)


@on_case(Role.REVIEWER)
@require_POST
def case_claims(request: HttpRequest, slug: str) -> HttpResponse:
    """Shows, hides, withdraws or restores claims: the button's name is the act, its value their keys."""
    case, by = find_case(slug), member_of(request)
    for act in ("show", "hide", "withdraw", "restore"):
        if act in request.POST:
            return _do(request, case, partial(_act, act, _claims(request, case, act), by))
    return _back(case)


def _claims(request: HttpRequest, case: Case, act: str) -> list[Claim]:
    keys = [typed_key(key) for key in request.POST[act].split()]
    return list(Claim.objects.filter(subject__case=case, pk__in=keys).select_related("subject__case"))


def _act(act: str, claims: list[Claim], by: Member) -> None:
    if act in ("show", "hide"):
        show_claims(claims, by, act == "show")
        return
    for claim in claims:
        (withdraw_claim if act == "withdraw" else restore_claim)(claim, by)


@on_case(Role.REVIEWER)
@require_POST
def case_show_all(request: HttpRequest, slug: str) -> HttpResponse:
    """Lets every claim of the case be shown, names excepted."""
    case = find_case(slug)
    claims = Claim.objects.filter(subject__case=case, withdrawn_at=None).select_related("subject__case")
    try:
        count = show_claims(claims, member_of(request))
    except NeedsAnother as needs:
        return lead_to_show(request, needs)
    said = ngettext(
        "%(n)d more claim may be shown. Names are as they were.",
        "%(n)d more claims may be shown. Names are as they were.",
        count,
    )
    messages.success(request, said % {"n": count})
    return _back(case)


@on_case(Role.REVIEWER)
@require_POST
def person_name(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """How the person is named, on what ground and by which note."""
    case = find_case(slug)
    person = get_object_or_404(PersonAtRisk, pk=pk, case=case)
    naming, by = request.POST.get("naming", ""), member_of(request)
    try:
        if naming == Naming.WITHHELD:
            withhold_name(person, by)
        else:
            _show(person, naming, request, by)
    except NeedsAnother as needs:
        return lead_to_show(request, needs)
    except CannotChange as error:
        wrong = {"name_error": (pk, str(error)), "name_typed": request.POST}
        if request.POST.get("back") == "card":
            return card_page(request, case, person, **wrong)
        return case_page(request, case, **wrong)
    return _to_place(request, case, pk)


def _show(person: PersonAtRisk, naming: str, request: HttpRequest, by: Member) -> None:
    given = {name: request.POST.get(name, "") for name in ("basis", "note", "alias")}
    is_confirmed = request.POST.get("is_confirmed") == "yes"
    show_name(person, naming, by=by, is_confirmed=is_confirmed, **given)


@on_case(Role.REVIEWER)
@require_POST
def person_part(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    case = find_case(slug)
    person = get_object_or_404(PersonAtRisk, pk=pk, case=case)
    return _do(request, case, lambda: part(person, member_of(request)), _("Two people again."))


@on_case(Role.REVIEWER)
@require_POST
def case_freeze(request: HttpRequest, slug: str) -> HttpResponse:
    case, reason = find_case(slug), request.POST.get("reason", "")
    done = _("Frozen: nothing of this case is public, and no letter leaves.")
    return _do(request, case, lambda: freeze(case, member_of(request), reason), done)


@on_case(Role.REVIEWER)
@require_POST
def case_names_checked(request: HttpRequest, slug: str) -> HttpResponse:
    case = find_case(slug)
    return _do(request, case, lambda: names_checked(case, member_of(request)), _("Noted in the trail."))


@on_case(Role.PUBLISHER)
@require_POST
def case_thaw(request: HttpRequest, slug: str) -> HttpResponse:
    case = find_case(slug)
    return _do(request, case, lambda: thaw(case, member_of(request)), _("The case is in use again."))


@on_case(Role.PUBLISHER)
@require_POST
def case_publish(request: HttpRequest, slug: str) -> HttpResponse:
    case = find_case(slug)
    return _do(
        request, case, lambda: publish_case(case, member_of(request)), _("The case has a public page.")
    )


@on_case(Role.PUBLISHER)
@require_POST
def case_withdraw(request: HttpRequest, slug: str) -> HttpResponse:
    case = find_case(slug)
    return _do(request, case, lambda: withdraw_case(case, member_of(request)), _("The public page is gone."))
