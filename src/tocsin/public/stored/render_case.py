"""The page of a case, its chronicle in all its pages, and the sheet to print, in every language of the site."""

from collections.abc import Iterator

from django.http import QueryDict
from django.template.loader import render_to_string
from django.utils import translation

from tocsin.actions.asks.stances.told import sides
from tocsin.actions.models import VISIBLE
from tocsin.cases.chronicle.chronicle import chronicle
from tocsin.cases.chronicle.entry import Chronicle
from tocsin.cases.chronicle.page import ChroniclePage, chronicle_page, print_words
from tocsin.cases.models import Case
from tocsin.cases.names import one_mask_a_case
from tocsin.cases.queries import case_view, public_case
from tocsin.followup.outcomes.told import outcomes_of_case
from tocsin.look.languages import codes
from tocsin.public.preview import case_preview

from .names import StoredPage, case_folder, chronicle_part


@one_mask_a_case()
def render_case(slug: str) -> dict[str, str]:
    """File name -> page. Empty where the case has no public page."""
    case = public_case(slug)
    if case is None:
        return {}
    pages: dict[str, str] = {}
    for language in codes():
        with translation.override(language):
            parts = dict(case_parts(case))
        pages |= {StoredPage(case_folder(slug), part).file(language): text for part, text in parts.items()}
    return pages


def chronicle_html(shown: ChroniclePage, here: str) -> str:
    """`here`: its address, without a language."""
    return render_to_string("public/chronicle.html", {"case": shown.told.case, "shown": shown, "here": here})


def sheet_html(shown: ChroniclePage) -> str:
    """To print: all lines on one page."""
    return render_to_string("cases/chronicle/print.html", print_words(shown))


def case_parts(case: Case) -> Iterator[tuple[str, str]]:
    """The parts of its folder, in the language of the moment: the case, and its chronicle."""
    view = case_view(case, public=True)
    words = {
        "here": StoredPage(case_folder(case.slug)).address,
        "case": view,
        "preview": case_preview(view),
        "actions": case.actions.filter(state__in=VISIBLE),
        "outcomes": outcomes_of_case(case),
        "sides": sides(case),
    }
    yield "", render_to_string("public/case.html", words)
    told = chronicle(case, public=True)
    for part, shown in _chronicle_pages(told):
        yield part, chronicle_html(shown, StoredPage(case_folder(case.slug), part).address)
    yield chronicle_part("print=1"), sheet_html(chronicle_page(told, QueryDict("print=1"), whole=True))


def _chronicle_pages(told: Chronicle) -> Iterator[tuple[str, ChroniclePage]]:
    first = chronicle_page(told, QueryDict())
    yield chronicle_part(""), first
    for number in range(2, first.page.paginator.num_pages + 1):
        query = f"page={number}"
        yield chronicle_part(query), chronicle_page(told, QueryDict(query))
