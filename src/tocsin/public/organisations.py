"""The organisations under an action: list, count and map. A file, read and sent."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from tocsin.actions.asks.sign_on.listed import has_organisations
from tocsin.actions.models import Action
from tocsin.members.access import anyone
from tocsin.public.gone import gone_or_unknown
from tocsin.public.stored.names import ORGANISATIONS, StoredPage, action_folder
from tocsin.public.stored.serve import serve


@anyone
@require_safe
def organisations(request: HttpRequest, slug: str) -> HttpResponse:
    def seen() -> bool:
        found = Action.objects.select_related("case").filter(slug=slug).first()
        return found is not None and has_organisations(found)

    page = StoredPage(action_folder(slug), ORGANISATIONS)
    return serve(request, page, seen) or gone_or_unknown(request, slug)
