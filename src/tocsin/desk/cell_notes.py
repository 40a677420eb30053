"""The note for the cell: made for a stretch of days by a press, kept as it was made."""

from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.decorators.http import require_POST

from tocsin.actions.access import on_action
from tocsin.actions.errors import CannotChange
from tocsin.actions.models import Action
from tocsin.cases.access import holds_on
from tocsin.delivery.cell_note.make_note import make_note
from tocsin.delivery.cell_note.note_pdf import note_pdf
from tocsin.delivery.models import CellNote
from tocsin.letters.words import paper_languages
from tocsin.members.access import member_of
from tocsin.members.models import Role
from tocsin.printing.sheet import CannotPrint

from .action_edit import find_action
from .language_choices import language_words

A_WEEK = timedelta(days=6)


class NoteForm(forms.Form):
    first = forms.DateField(
        label=pgettext_lazy("period", "From"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    last = forms.DateField(
        label=pgettext_lazy("period", "To"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    language = forms.ChoiceField(
        label=gettext_lazy("Language that she or he reads"),
        choices=lambda: [(code, language_words(code)) for code in sorted(paper_languages())],
    )


@on_action(Role.REVIEWER)
def cell_notes(request: HttpRequest, slug: str) -> HttpResponse:
    return notes_page(request, find_action(slug))


def notes_page(request: HttpRequest, action: Action, **wrong: Any) -> HttpResponse:
    """The page; `wrong` holds the form as it was filled in."""
    today, notes = timezone.localdate(), list(_notes(action))
    language = notes[0].language if notes else "en"
    page = {
        "action": action,
        "notes": [(note, language_words(note.language)) for note in notes],
        "form": NoteForm(initial={"first": today - A_WEEK, "last": today, "language": language}),
        "may_make": holds_on(action.case, member_of(request), Role.PUBLISHER) and not action.is_sample,
        **wrong,
    }
    return render(request, "desk/cell_notes.html", page, status=422 if wrong else 200)


def _notes(action: Action) -> QuerySet[CellNote]:
    """The newest first."""
    return CellNote.objects.filter(action=action).select_related("made_by")


@on_action(Role.PUBLISHER)
@require_POST
def cell_note_make(request: HttpRequest, slug: str) -> HttpResponse:
    action, form = find_action(slug), NoteForm(request.POST)
    if not form.is_valid():
        return notes_page(request, action, form=form)
    given = form.cleaned_data
    try:
        make_note(action, given["language"], given["first"], given["last"], member_of(request))
    except CannotChange as error:
        form.add_error(None, str(error))
        return notes_page(request, action, form=form)
    messages.success(request, _("The note is made. Supporters find the same sheet on the action’s page."))
    return redirect("cell_notes", slug)


@on_action(Role.REVIEWER)
def cell_note_file(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    note = get_object_or_404(CellNote, pk=pk, action__slug=slug)
    try:
        sheet = note_pdf(note)
    except CannotPrint as error:
        messages.error(request, _("The file could not be set: %(why)s") % {"why": error})
        return redirect("cell_notes", slug)
    if sheet.missing:
        said = _("No font here holds these letters, which would print as empty boxes: %(letters)s")
        messages.error(request, said % {"letters": sheet.missing[:40]})
        return redirect("cell_notes", slug)
    headers = {
        "Content-Disposition": f'attachment; filename="note-{note.last_day}.pdf"',
        "Cache-Control": "no-store",
    }
    return HttpResponse(sheet.pdf, content_type="application/pdf", headers=headers)
