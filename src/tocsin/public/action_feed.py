"""What becomes of one action, as an Atom feed: a file, as its page is."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from tocsin.actions.models import VISIBLE, Action
from tocsin.members.access import anyone
from tocsin.public.gone import gone_or_unknown
from tocsin.public.stored.names import FEED, StoredPage, action_folder
from tocsin.public.stored.serve import serve


@anyone
@require_safe
def action_feed(request: HttpRequest, slug: str) -> HttpResponse:
    seen = Action.objects.filter(slug=slug, state__in=VISIBLE).exists
    return serve(request, StoredPage(action_folder(slug), FEED, "xml"), seen) or gone_or_unknown(
        request, slug
    )
