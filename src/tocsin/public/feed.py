"""Open actions as an Atom feed."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from tocsin.members.access import anyone
from tocsin.public.home import front_page
from tocsin.public.stored.names import FRONT, StoredPage


@anyone
@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    return front_page(request, StoredPage(FRONT, "feed", "xml"))
