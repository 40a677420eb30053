"""Every route of the site, walked from the URL resolver."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

# A value for each kind of part in an address. Nothing has to stand there: the rules hold all the same.
EXAMPLES = {
    "int": "1",
    "slug": "some-slug",
    "str": "some-word",
    "uuid": "3f1b8c1e-0000-4000-8000-000000000000",
}


@dataclass(frozen=True)
class Route:
    """`pattern` is the address as it stands in its own list of addresses, `parts` are its variable parts."""

    name: str
    address: str
    view: Any
    pattern: str = ""
    parts: tuple[str, ...] = ()

    @property
    def is_desk(self) -> bool:
        return self.address.startswith("/desk/")


def routes() -> list[Route]:
    return list(_walk(get_resolver().url_patterns, "/"))


def _walk(patterns: list[URLPattern | URLResolver], before: str) -> Iterator[Route]:
    for entry in patterns:
        address = before + _example(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from _walk(entry.url_patterns, address)
        else:
            parts = tuple(entry.pattern.converters)
            yield Route(entry.name or address, address, entry.callback, str(entry.pattern), parts)


def _example(pattern: Any) -> str:
    address = str(pattern)
    for name, converter in pattern.converters.items():
        kind = type(converter).__name__.removesuffix("Converter").lower()
        kind = {"string": "str"}.get(kind, kind)
        address = address.replace(f"<{kind}:{name}>", EXAMPLES[kind]).replace(f"<{name}>", EXAMPLES[kind])
    return address
