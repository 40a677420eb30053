"""The public page of a case: what happened, who said what, and where each word was read. A file, as an action's is."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from tocsin.cases.queries import public_case
from tocsin.members.access import anyone
from tocsin.public.stored.names import StoredPage, case_folder
from tocsin.public.stored.serve import serve


@anyone
@require_safe
def case(request: HttpRequest, slug: str) -> HttpResponse:
    found = serve(request, StoredPage(case_folder(slug)), lambda: public_case(slug) is not None)
    if found is None:
        raise Http404
    return found
