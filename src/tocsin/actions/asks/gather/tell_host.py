"""A mail to the host of a gathering, in her own language."""

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from tocsin.post.queue_mail import queue_mail

from .links import host_address, page_address
from .models import Gathering


def tell_host(gathering: Gathering, subject: str, template: str) -> None:
    """Where it has a host that is not the desk itself. `subject` is not translated yet."""
    if not gathering.contact:
        return
    with translation.override(gathering.host_language or settings.LANGUAGE_CODE):
        addresses = {"page": page_address(gathering), "host": host_address(gathering)}
        text = render_to_string(template, {"gathering": gathering, **addresses})
        key = f"gathering {gathering.code} {gathering.state} {gathering.version}"
        queue_mail(gathering.contact, _(subject), text, key=key, case=gathering.action.case_id)
