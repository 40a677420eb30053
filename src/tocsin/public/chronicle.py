"""The public chronicle of a case: what may be shown, through the mask."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from tocsin.cases.chronicle.page import chronicle_page
from tocsin.cases.queries import public_case
from tocsin.look.languages import parted
from tocsin.members.access import anyone
from tocsin.public.stored.names import StoredPage, case_folder, chronicle_part
from tocsin.public.stored.narrowed import remembered_chronicle
from tocsin.public.stored.render_case import chronicle_html, sheet_html
from tocsin.public.stored.serve import serve


@anyone
@require_safe
def chronicle(request: HttpRequest, slug: str) -> HttpResponse:
    """With `?print=1` as a sheet to print. Its pages are files; what a reader narrows down is made for her."""
    whole = _page(slug, chronicle_part(""))
    first = serve(request, whole, lambda: public_case(slug) is not None)
    if first is None:
        raise Http404
    part = chronicle_part(request.META.get("QUERY_STRING", ""))
    kept = serve(request, _page(slug, part), lambda: False) if part else None
    return kept or _narrowed(request, whole)


def _page(slug: str, part: str) -> StoredPage:
    return StoredPage(case_folder(slug), part)


def _narrowed(request: HttpRequest, whole: StoredPage) -> HttpResponse:
    told = remembered_chronicle(whole, get_language() or "en")
    if told is None:
        raise Http404
    is_print = "print" in request.GET
    shown = chronicle_page(told, request.GET, whole=is_print)
    html = sheet_html(shown) if is_print else chronicle_html(shown, parted(request.get_full_path())[1])
    return HttpResponse(html, status=422 if shown.choice.wrong else 200)
