"""The address of an action, in words to pass on."""

from dataclasses import dataclass
from urllib.parse import quote

from django.conf import settings

from tocsin.actions.view import ActionView
from tocsin.look.languages import open_path


@dataclass(frozen=True)
class Sharing:
    """`mailto` opens a mail without recipient; nothing is sent to any network."""

    url: str
    text: str
    mailto: str


def sharing(action: ActionView) -> Sharing:
    url = settings.PUBLIC_URL + open_path("action", action.slug)
    text = f"{action.title}\n{url}"
    body = text.replace("\n", "\r\n")
    return Sharing(url, text, f"mailto:?subject={quote(action.title, safe='')}&body={quote(body, safe='')}")
