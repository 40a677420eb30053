"""Asking our application as the web server calls it."""

from django.test import RequestFactory

from tocsin.site.wsgi import application

Answer = tuple[int, dict[str, str], bytes]


def ask(address: str, method: str = "GET", **headers: str) -> Answer:
    """Status, headers and body."""
    environ = RequestFactory().generic(method, address, headers=headers).environ
    said: list[tuple[str, list[tuple[str, str]]]] = []
    body = b"".join(application(environ, lambda status, found, *_: said.append((status, found))))
    [(status, found)] = said
    return int(status.split()[0]), dict(found), body
