"""The messages of solidarity of an action. A file, read and sent."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from tocsin.actions.models import Action
from tocsin.members.access import anyone
from tocsin.public.gone import gone_or_unknown
from tocsin.public.stored.names import MESSAGES, StoredPage, action_folder
from tocsin.public.stored.render_messages import has_messages
from tocsin.public.stored.serve import serve


@anyone
@require_safe
def messages(request: HttpRequest, slug: str) -> HttpResponse:
    def seen() -> bool:
        found = Action.objects.select_related("case").filter(slug=slug).first()
        return found is not None and has_messages(found)

    page = StoredPage(action_folder(slug), MESSAGES)
    return serve(request, page, seen) or gone_or_unknown(request, slug)
