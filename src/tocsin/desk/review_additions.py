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
from tocsin.reports.autosave import forget_typed
from tocsin.reports.codes import Use
from tocsin.reports.errors import CannotReview
from tocsin.reports.fields import field as field_of
from tocsin.reports.fields import main_field
from tocsin.reports.kinds.coded import Coded
from tocsin.reports.kinds.kind import CannotRead
from tocsin.reports.mark_sentence import mark_sentence
from tocsin.reports.models import Report, ReviewItem, Section
from tocsin.reports.queries import sentences

from .review import find_report, review_page
from .review_back import back_to, changed
from .review_parts import card_parts, parts, wants_parts
from .review_unplaced import SECTIONS_OF_A_SENTENCE
from .typed_key import typed_key


@on_report(Role.REVIEWER)
@require_POST
def report_item_add(request: HttpRequest, public_id: str) -> HttpResponse:
    """An item that the reader missed, with the words of the report that it rests on."""
    report = find_report(public_id)
    section = request.POST.get("section", "")
    if section not in Section.values:
        return back_to(report)
    places = [f"add-{section}", f"words-{section}"]
    try:
        spans = _chosen(report, request) or _found(report, request.POST.get("words", ""))
        item = add_item(report, section, _value(request, section), member_of(request), spans)
    except (CannotRead, CannotReview) as error:
        if wants_parts(request):
            messages.error(request, str(error))
            return parts(request, report, 422)
        typed = (request.POST.get("value", ""), request.POST.get("words", ""))
        wrong = dict(zip(places, [(typed[0], str(error)), (typed[1], "")], strict=True))
        return review_page(request, report, wrong=wrong)
    forget_typed(report, places, member_of(request))
    return changed(request, report, item)


def _value(request: HttpRequest, section: str) -> object:
    """The main field as typed; of words that were marked in the text they themselves, or 'other' where it is a code."""
    kind = main_field(section).kind
    if "value" in request.POST:
        return kind.read(request.POST["value"])
    return "other" if isinstance(kind, Coded) else kind.read(_one_line(request.POST.get("words", "")))


def _chosen(report: Report, request: HttpRequest) -> list[tuple[int, int]]:
    """The words marked in the text, by their place: [start, end] in code points, and the words as a check."""
    start, end = request.POST.get("start", ""), request.POST.get("end", "")
    first, last = typed_key(start), typed_key(end)
    if min(first, last) < 0:
        return []
    stands = report.text[first:last]
    if not stands.strip() or _one_line(stands) != _one_line(request.POST.get("words", "")):
        raise CannotReview(_("These words do not stand there in the report. Mark them again."))
    return [(first, last)]


def _one_line(words: str) -> str:
    return " ".join(words.split())


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
    name, anchor = request.POST.get("name", ""), ""
    try:
        value = field_of(item.section, name).kind.read(request.POST.get("value", ""))
        anchor = f"field-{add_field(item, name, value, member_of(request)).pk}"
    except KeyError:
        messages.error(request, _("Choose which field to add."))
    except (CannotRead, CannotReview) as error:
        messages.error(request, str(error))
        if wants_parts(request):
            return parts(request, report, 422)
        return review_page(request, report, item, {f"new-{pk}": (request.POST.get("value", ""), str(error))})
    else:
        forget_typed(report, [f"new-{pk}"], member_of(request))
    return changed(request, report, item, anchor)


@on_report(Role.REVIEWER)
@require_POST
def report_sentence(request: HttpRequest, public_id: str) -> HttpResponse:
    """A word on a sentence: what it is, or the item that is made of it."""
    report = find_report(public_id)
    start = request.POST.get("start", "")
    item: ReviewItem | None = None
    try:
        if "use" in request.POST:
            mark_sentence(report, typed_key(start), request.POST["use"], member_of(request))
        else:
            item = _item_of(request, report, start)
    except (CannotRead, CannotReview) as error:
        messages.error(request, str(error))
    return _sentence_done(request, report, start, item)


def _sentence_done(request: HttpRequest, report: Report, start: str, item: ReviewItem | None) -> HttpResponse:
    if not wants_parts(request):
        return back_to(report, item) if item else back_to(report, anchor="unplaced")
    sentence = next((s for s in sentences(report) if str(s.start) == start), None)
    if item:
        return card_parts(request, report, [item.pk], sentence=sentence)
    return parts(request, report, sentence=sentence)


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
