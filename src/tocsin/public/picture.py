"""The picture of an action, in a language of the site: a file, as its page is."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from tocsin.actions.models import VISIBLE, Action
from tocsin.look.languages import codes
from tocsin.members.access import anyone
from tocsin.public.gone import gone_or_unknown
from tocsin.public.stored.names import picture_of
from tocsin.public.stored.serve import serve


@anyone
@require_safe
def picture(request: HttpRequest, slug: str, language: str) -> HttpResponse:
    if language not in codes():
        raise Http404
    seen = Action.objects.filter(slug=slug, state__in=VISIBLE, case__frozen_at=None).exists
    return serve(request, picture_of(slug, language), seen) or gone_or_unknown(request, slug)
