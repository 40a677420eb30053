"""The country or territory that somebody typed, in any language; where one must ask, what to ask."""

from dataclasses import dataclass

from tocsin.language.countries import country_name
from tocsin.language.country_sentences import called
from tocsin.language.find_place import find_place
from tocsin.public.countries import country_choices, is_country

# As long as the field of the form.
LONGEST = 100


@dataclass(frozen=True)
class ChosenPlace:
    """`country` is None where nothing was typed, nothing is known, or one of `choices` (code, name) is meant.

    `name` is that of the country; `is_gone` where a state was typed that is no more.
    """

    typed: str
    country: str | None = None
    name: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    is_gone: bool = False

    @property
    def is_unknown(self) -> bool:
        return bool(self.typed and not self.country and not self.choices)


def choose_place(typed: str, language: str) -> ChosenPlace:
    """A name that the list offers means what it stands for there, also where others might mean more by it."""
    typed = typed.strip()[:LONGEST]
    offered = next((code for code, name in country_choices(language) if name == typed), None)
    found = find_place(typed)
    country = offered or found.country
    if country and is_country(country):
        return ChosenPlace(typed, country, country_name(country, language))
    choices = tuple((code, called(code, language)) for code in found.choices if is_country(code))
    return ChosenPlace(typed, choices=choices, is_gone=bool(found.successors))
