"""The protection notes on a person: written and opened with the member's own passphrase, which nothing keeps."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_POST

from tocsin.cases.access import holds_on, on_case
from tocsin.cases.errors import CannotChange
from tocsin.cases.models import Case, CaseMember, PersonAtRisk, ProtectionNote, SubjectKind
from tocsin.cases.one_subject import one_subject
from tocsin.cases.protection.notes import LONGEST, delete_note, notes_on, open_notes, write_note
from tocsin.cases.protection.waiting import waiting_members, without_passphrase
from tocsin.cases.queries import case_view
from tocsin.members.access import allowed, member_of
from tocsin.members.models import Role
from tocsin.members.notes_key import CannotOpen, has_notes_key, make_notes_key
from tocsin.members.password import TooManyTries

from .case_file import find_case


@on_case(Role.VIEWER)
def person_notes(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    case = find_case(slug)
    return _page(request, case, get_object_or_404(PersonAtRisk, case=case, pk=pk))


@sensitive_post_parameters("passphrase")
@sensitive_variables("passphrase", "opened")
@on_case(Role.VIEWER)
@require_POST
def person_notes_open(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The words stand in this one answer and nowhere else: no address leads to them."""
    case = find_case(slug)
    person = get_object_or_404(PersonAtRisk, case=case, pk=pk)
    try:
        opened = open_notes(person, request.POST.get("passphrase", ""), member_of(request))
    except TooManyTries:
        return _page(request, case, person, status=422, wrong_form="open", wrong=_too_many())
    except CannotOpen as error:
        return _page(request, case, person, status=422, wrong_form="open", wrong=str(error))
    return _page(request, case, person, opened=opened)


@sensitive_post_parameters("passphrase", "words")
@sensitive_variables("passphrase", "words")
@on_case(Role.CONTRIBUTOR)
@require_POST
def person_notes_write(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    case = find_case(slug)
    person = get_object_or_404(PersonAtRisk, case=case, pk=pk)
    words = request.POST.get("words", "")
    typed: dict[str, Any] = {"status": 422, "wrong_form": "write", "typed": words}
    try:
        write_note(person, words, request.POST.get("passphrase", ""), member_of(request))
    except TooManyTries:
        return _page(request, case, person, wrong=_too_many(), **typed)
    except (CannotOpen, CannotChange) as error:
        return _page(request, case, person, wrong=str(error), **typed)
    messages.success(request, _("Sealed. Only members of this case can open it."))
    return redirect("person_notes", slug, pk)


@on_case(Role.REVIEWER)
@require_POST
def person_note_delete(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    case = find_case(slug)
    note = get_object_or_404(
        ProtectionNote.objects.select_related("subject__case"), subject__case=case, pk=pk
    )
    person = note.subject_id
    delete_note(note, member_of(request))
    messages.success(request, _("Deleted. Nobody can bring it back."))
    return redirect("person_notes", slug, person)


@sensitive_post_parameters("passphrase", "again")
@sensitive_variables("passphrase")
@allowed(Role.VIEWER)
def notes_key(request: HttpRequest) -> HttpResponse:
    """A member's passphrase for notes, made or made anew."""
    member = member_of(request)
    page: dict[str, Any] = {"has_key": has_notes_key(member), "wrong": ""}
    if request.method == "POST":
        passphrase = request.POST.get("passphrase", "")
        try:
            if passphrase != request.POST.get("again", ""):
                raise ValidationError(_("The two are not the same. Type it again, twice."))
            make_notes_key(member, passphrase)
        except ValidationError as error:
            page["wrong"] = " ".join(error.messages)
        else:
            messages.success(request, _("Your passphrase for notes is made. Nobody but you knows it."))
            return redirect("own_account")
    return render(request, "desk/notes_key.html", page, status=422 if page["wrong"] else 200)


def _page(
    request: HttpRequest, case: Case, person: PersonAtRisk, status: int = 200, **more: Any
) -> HttpResponse:
    member = member_of(request)
    person = PersonAtRisk.objects.get(pk=one_subject(person)[0].pk)
    people = case_view(case, public=False, kinds={SubjectKind.PERSON}).people
    seen = next((p for p in people if p.pk == person.pk), None)
    page = {
        "case": case,
        "person": person,
        "title": seen.name if seen else "",
        "notes": list(notes_on(person)),
        "has_key": has_notes_key(member),
        "is_on": CaseMember.objects.filter(case=case, member=member).exists(),
        "may_write": holds_on(case, member, Role.CONTRIBUTOR),
        "may_delete": holds_on(case, member, Role.REVIEWER),
        "waiting": waiting_members(case),
        "without": without_passphrase(case),
        "longest": LONGEST,
        **more,
    }
    return render(request, "desk/person_notes.html", page, status=status)


def _too_many() -> str:
    return _("Too many tries. Wait a minute, then try again.")
