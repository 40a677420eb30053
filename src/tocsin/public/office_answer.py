"""The whole of a long answer, of which the action's page shows the beginning."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from tocsin.actions.models import Action
from tocsin.followup.replies.told import reply_text
from tocsin.members.access import anyone
from tocsin.public.gone import gone_or_unknown


@anyone
@require_safe
def office_answer(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Plain text: whatever an office writes, a browser shows it as words."""
    action = Action.objects.select_related("case").filter(slug=slug).first()
    text = reply_text(action, number) if action else None
    if text is None:
        return gone_or_unknown(request, slug)
    return HttpResponse(text, content_type="text/plain; charset=utf-8", headers={"Cache-Control": "no-cache"})
