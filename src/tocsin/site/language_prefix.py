"""Public addresses with their language before them, and without one."""

from importlib import import_module

from django.urls import URLResolver
from django.urls.resolvers import LocalePrefixPattern
from django.utils.translation import get_language

from tocsin.look.languages import parted, prefix_of


class LanguagePrefix(LocalePrefixPattern):
    """As Django's, but an address without a language is found too; what leads here keeps the language of the moment."""

    @property
    def language_prefix(self) -> str:
        return prefix_of(get_language())

    def match(self, path: str) -> tuple[str, tuple[()], dict[str, str]]:
        return parted(f"/{path}")[1][1:], (), {}


def in_each_language(addresses: str) -> URLResolver:
    return URLResolver(LanguagePrefix(), import_module(addresses))
