"""What can be done today, and what was: a file, as the pages that it leads to are."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from tocsin.members.access import anyone
from tocsin.public.stored.names import FRONT, StoredPage
from tocsin.public.stored.serve import serve


@anyone
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    return front_page(request, StoredPage(FRONT))


def front_page(request: HttpRequest, page: StoredPage) -> HttpResponse:
    found = serve(request, page, lambda: True)
    if found is None:
        raise Http404
    return found
