"""What an office is called in its reader's language: where its name says no more than what it is, whose, and in which city."""

from typing import Protocol

from tocsin.language.city_names import city_name
from tocsin.language.country_sentences import called

from .words import route_words


class HasName(Protocol):
    """Of a table or of the directory."""

    @property
    def name(self) -> str: ...

    @property
    def of_country(self) -> str | None: ...

    @property
    def in_country(self) -> str | None: ...

    @property
    def city(self) -> str | None: ...


def name_said(office: HasName, language: str, among: str = "") -> str:
    """Its own name stays as it is. `among`: a country that the page is about; its offices are not told apart by it."""
    whose = office.of_country or ""
    kind = next(
        (k for k, form in _forms().items() if office.name == _filled(form, whose, office, "en")), None
    )
    if kind is None:
        return office.name
    table = "named_here" if whose == among else "named"
    return _filled(route_words(language)[table][kind], whose, office, language)


def _forms() -> dict[str, str]:
    return dict(route_words("en")["named"])


def _filled(form: str, whose: str, office: HasName, language: str) -> str:
    city = city_name(office.city or "", office.in_country or "", language)
    return form.format(of=called(whose, language) if whose else "", city=city)
