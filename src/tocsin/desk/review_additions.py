"""What a reviewer adds on the review page: an item, a field, a word on a sentence."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tocsin.cases.access import on_report
from tocsin.members.access import member_of
from tocsin.members.models import Role
from tocsin.reports.add import add_field, add_item
from tocsin.reports.codes import Use
from tocsin.reports.errors import CannotReview
from tocsin.reports.fields import field as field_of
from tocsin.reports.fields import main_field
from tocsin.reports.kinds.coded import Coded
from tocsin.reports.kinds.kind import CannotRead
from tocsin.reports.mark_sentence import mark_sentence
from tocsin.reports.models import Report, ReviewItem, Section
from tocsin.reports.queries import sentences

from .review import SECTIONS_OF_A_SENTENCE, find_report
from .review_acts import back_to


@on_report(Role.REVIEWER)
@require_POST
def report_item_add(request: HttpRequest, public_id: str) -> HttpResponse:
    """An item that the reader missed, with the words of the report that it rests on."""
    report = find_report(public_id)
    section = request.POST.get("section", "")
    if section not in Section.values:
        return back_to(report)
    try:
        value = main_field(section).kind.read(request.POST.get("value", ""))
        spans = _found(report, request.POST.get("words", ""))
        item = add_item(report, section, value, member_of(request), spans)
    except (CannotRead, CannotReview) as error:
        messages.error(request, str(error))
        return back_to(report, anchor=f"section-{section}")
    return back_to(report, item)


def _found(report: Report, words: str) -> list[tuple[int, int]]:
    """Where the words stand; a browser gives lines that end otherwise than the report's."""
    words = words.replace("\r\n", "\n").strip()
    if not words:
        return []
    start = report.text.find(words)
    if start < 0:
        raise CannotReview(
            _("“%(words)s” does not stand in the report like that. Copy the words from its text.")
            % {"words": words[:80]}
        )
    return [(start, start + len(words))]


@on_report(Role.REVIEWER)
@require_POST
def report_field_add(request: HttpRequest, public_id: str, pk: int) -> HttpResponse:
    report = find_report(public_id)
    item = get_object_or_404(ReviewItem, pk=pk, report=report)
    name = request.POST.get("name", "")
    try:
        value = field_of(item.section, name).kind.read(request.POST.get("value", ""))
        added = add_field(item, name, value, member_of(request))
    except KeyError:
        messages.error(request, _("Choose which field to add."))
    except (CannotRead, CannotReview) as error:
        messages.error(request, str(error))
    else:
        return back_to(report, item, f"field-{added.pk}")
    return back_to(report, item)


@on_report(Role.REVIEWER)
@require_POST
def report_sentence(request: HttpRequest, public_id: str) -> HttpResponse:
    """A word on a sentence: what it is, or the item that is made of it."""
    report = find_report(public_id)
    start = request.POST.get("start", "")
    try:
        if "use" in request.POST:
            mark_sentence(
                report, int(start) if start.isdecimal() else -1, request.POST["use"], member_of(request)
            )
        else:
            return back_to(report, _item_of(request, report, start))
    except (CannotRead, CannotReview) as error:
        messages.error(request, str(error))
    return back_to(report, anchor="unplaced")


def _item_of(request: HttpRequest, report: Report, start: str) -> ReviewItem:
    """The sentence as an item: its wording is the main field, or the kind 'other' where that is a code."""
    section = request.POST.get("section", "")
    sentence = next((s for s in sentences(report) if str(s.start) == start), None)
    if sentence is None or section not in SECTIONS_OF_A_SENTENCE:
        raise CannotReview(_("Choose what the sentence is to become."))
    kind = main_field(section).kind
    value = "other" if isinstance(kind, Coded) else kind.read(sentence.text)
    by = member_of(request)
    item = add_item(report, section, value, by, [(sentence.start, sentence.end)])
    mark_sentence(report, sentence.start, Use.USED, by)
    return item
