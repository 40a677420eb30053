"""The newest note for the cell, as supporters get it: the same sheet, or in another of its languages."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tocsin.actions.models import Action
from tocsin.delivery.cell_note.last_note import last_note
from tocsin.delivery.cell_note.note_pdf import note_pdf
from tocsin.letters.words import paper_languages
from tocsin.members.access import anyone
from tocsin.printing.fonts_to_add import fonts_to_add
from tocsin.printing.sheet import CannotPrint
from tocsin.public.gone import gone_or_unknown
from tocsin.public.letter_pdf import MEDIA_TYPE


@anyone
@require_safe
def cell_note(request: HttpRequest, slug: str) -> HttpResponse:
    action = Action.objects.select_related("case").filter(slug=slug).first()
    note = last_note(action) if action else None
    if note is None:
        return gone_or_unknown(request, slug)
    language = request.GET.get("language", "")
    try:
        sheet = note_pdf(note, language if language in paper_languages() else "")
    except CannotPrint:
        return _cannot_print(request, slug, "")
    if sheet.missing:
        return _cannot_print(request, slug, sheet.missing)
    headers = {"Content-Disposition": f'inline; filename="{slug}-note.pdf"', "Cache-Control": "no-store"}
    return HttpResponse(sheet.pdf, content_type=MEDIA_TYPE, headers=headers)


def _cannot_print(request: HttpRequest, slug: str, missing: str) -> HttpResponse:
    """In words what is missing: a sheet with empty boxes helps nobody in a cell."""
    words = {"slug": slug, "missing": missing[:40], "to_add": fonts_to_add(missing)}
    return render(request, "public/note_unprinted.html", words, status=422 if missing else 503)
