"""The short way to a page that lies there as a file: answered before Django, with the same headers."""

from collections.abc import Callable, Iterable
from http import HTTPStatus
from typing import Any

from tocsin.look.languages import liked, parted
from tocsin.public.stored.answer import Answer, answer
from tocsin.public.stored.names import page_at
from tocsin.site.headers import standing_headers

Environ = dict[str, Any]
Respond = Callable[..., object]
Application = Callable[[Environ, Respond], Iterable[bytes]]


class StoredPages:
    """Everything that is not such a page goes on to the application behind."""

    def __init__(self, application: Application) -> None:
        self.application = application
        self.standing = {is_safe: standing_headers(is_safe) for is_safe in (True, False)}

    def __call__(self, environ: Environ, respond: Respond) -> Iterable[bytes]:
        method = environ["REQUEST_METHOD"]
        found = _answer(environ) if method in ("GET", "HEAD") else None
        if found is None:
            return self.application(environ, respond)
        standing = self.standing[environ.get("HTTP_X_FORWARDED_PROTO") == "https"]
        respond(_STATUS[found.status], [*standing, *found.headers.items()])
        return [] if method == "HEAD" else [found.body]


def _answer(environ: Environ) -> Answer | None:
    named, path = parted(environ.get("PATH_INFO", ""))
    page = page_at(path, environ.get("QUERY_STRING", ""))
    if page is None:
        return None
    return answer(page, named or liked(environ.get("HTTP_ACCEPT_LANGUAGE", "")), environ.get)


_STATUS = {code: f"{code} {HTTPStatus(code).phrase}" for code in (200, 304)}
