"""Given and family names by region: hints that a word belongs to a person's name, never proof."""

from functools import cache
from importlib import resources
from pathlib import Path

from tocsin.language import place_names
from tocsin.language.kept import kept
from tocsin.language.place_names import plain_name
from tocsin.language.sorted_names import SortedNames

KINDS = ("given", "family")
Region = tuple[tuple[str, ...], tuple[str, ...]]


@cache
def regions() -> dict[str, Region]:
    """Region -> (given names, family names), as `data/person_names.yaml` has them."""
    import yaml  # here, since commands that read no text start faster without it

    text = resources.files(__package__).joinpath("data", "person_names.yaml").read_text(encoding="utf-8")
    safe = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    data: dict[str, dict[str, str]] = safe(text).get_single_data()
    return {region: (_names(ones["given"]), _names(ones["family"])) for region, ones in data.items()}


def _names(line: str) -> tuple[str, ...]:
    return tuple(name.replace("_", " ") for name in line.split())


def is_given_name(word: str) -> bool:
    return plain_name(word) in _known()[0]


def is_family_name(word: str) -> bool:
    return plain_name(word) in _known()[1]


def further_kinds(word: str) -> tuple[str, ...]:
    """'given', 'family' or both, by lists too long to be trusted alone: for the name model, which weighs them."""
    name = plain_name(word)
    if not name:
        return KINDS  # a mark alone speaks against no name
    return tuple((_further().get(name) or "").split())


@cache
def _further() -> SortedNames:
    """As `tools/build_names.py` wrote them."""
    path = resources.files(__package__).joinpath("data", "further-names.txt")
    return SortedNames(path.read_bytes())


@cache
def _known() -> tuple[frozenset[str], frozenset[str]]:
    file = Path(str(resources.files(__package__).joinpath("data", "person_names.yaml")))
    return kept("person-names", [file, Path(__file__), Path(place_names.__file__)], _folded)


def _folded() -> tuple[frozenset[str], frozenset[str]]:
    given, family = zip(*regions().values(), strict=True)
    return _all(given), _all(family)


def _all(lists: tuple[tuple[str, ...], ...]) -> frozenset[str]:
    return frozenset(plain_name(part) for names in lists for name in names for part in name.split())
