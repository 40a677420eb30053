"""The pictures of an action, one in every language of the site: drawn when it is published, and again when it changes."""

import logging
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from tocsin.actions.models import Action
from tocsin.actions.queries import action_view
from tocsin.actions.view import ActionView
from tocsin.look.languages import codes
from tocsin.printing.picture import Picture, draw_picture
from tocsin.printing.sheet import CannotPrint

from .names import picture_of

logger = logging.getLogger(__name__)


def render_pictures(slug: str) -> dict[str, bytes]:
    """File name -> PNG. Empty where the public may not see the action, or its case is frozen."""
    action = Action.objects.select_related("case").filter(slug=slug).first()
    if action is None or not action.is_visible or action.case.frozen_at:
        return {}
    return {picture_of(slug, code).file(code): png for code in codes() if (png := _drawn(action, code))}


def _drawn(action: Action, language: str) -> bytes:
    """Empty where it cannot be drawn: a link without a picture still leads to its page."""
    with translation.override(language):
        wanted = _picture(action_view(action), language)
    try:
        return draw_picture(wanted).png
    except CannotPrint as fault:
        logger.error("a picture could not be drawn: %s", fault)
        return b""


def _picture(view: ActionView, language: str) -> Picture:
    return Picture(
        language=language,
        kicker=view.country_name,
        title=view.title,
        title_language=view.language,
        call=_("Write a letter") if view.is_open else "",
        organisation=settings.ORGANISATION,
        host=urlsplit(settings.PUBLIC_URL).netloc,
    )
