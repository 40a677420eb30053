"""The addresses of a gathering: its page for everybody, and the personal link of its host."""

from django.conf import settings
from django.core import signing
from django.urls import reverse

from tocsin.look.languages import open_path

from .models import Gathering

_SIGNER = signing.Signer(salt="tocsin.gathering.host", sep="~")


def page_address(gathering: Gathering) -> str:
    return settings.PUBLIC_URL + open_path("gathering", gathering.code)


def host_address(gathering: Gathering) -> str:
    """Good as long as we keep the host's mail address."""
    return settings.PUBLIC_URL + reverse("host", args=[_SIGNER.sign(gathering.code)])


def hosted(token: str) -> Gathering | None:
    """The gathering of a personal link; None for a link that is not ours, or has ended."""
    try:
        code = _SIGNER.unsign(token)
    except signing.BadSignature:
        return None
    known = Gathering.objects.select_related("action__case", "action__called_day", "office")
    return known.exclude(contact="").filter(code=code).first()
