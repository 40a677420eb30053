"""The country or territory that somebody typed, in any language; where one must ask, what to ask."""

from dataclasses import dataclass

from tocsin.language.country_sentences import called
from tocsin.language.find_place import find_place
from tocsin.public.countries import country_choices, is_country


@dataclass(frozen=True)
class ChosenPlace:
    """`country` is None where nothing was typed, nothing is known, or one of `choices` (code, name) is meant."""

    typed: str
    country: str | None = None
    choices: tuple[tuple[str, str], ...] = ()
    is_gone: bool = False

    @property
    def is_unknown(self) -> bool:
        return bool(self.typed and not self.country and not self.choices)


def choose_place(typed: str, language: str) -> ChosenPlace:
    """A name that the list offers means what it stands for there, also where others might mean more by it."""
    typed = typed.strip()
    if not typed:
        return ChosenPlace("")
    offered = next((code for code, name in country_choices(language) if name == typed), None)
    if offered:
        return ChosenPlace(typed, offered)
    found = find_place(typed)
    if found.country:
        return ChosenPlace(typed, found.country if is_country(found.country) else None)
    codes = [code for code in found.choices if is_country(code)]
    return ChosenPlace(typed, None, tuple((c, called(c, language)) for c in codes), bool(found.successors))
