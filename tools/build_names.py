"""Writes further-names.txt in src/tocsin/language/data/ from the lists of names that faker and mimesis come with.

    uv pip install -e .[build] && python tools/build_names.py

Both are under the MIT licence. What the texts in training/ also write without a capital is an ordinary word, and left out.
"""

import importlib
import json
import pkgutil
import re
from collections.abc import Iterable, Iterator
from importlib import resources
from pathlib import Path

from build_tables import write_names

from tocsin.language.lexicon import languages, lexicon
from tocsin.language.person_names import KINDS
from tocsin.language.place_names import plain_name

HERE = Path(__file__).parent.parent
ORDINARY = ("function_words", "not_names", "titles", "office_heads", "name_particles", "state_words")
_PART = re.compile(r"[A-Za-zÀ-ɏḀ-ỿЀ-ӿ]{3,}")
_SMALL = re.compile(r"(?<!\w)[a-zß-öø-ÿа-яё]{3,}")


def main() -> None:
    ordinary = _ordinary()
    given, family = (set(_plain(names)) - ordinary for names in _names())
    kinds = {
        name: " ".join(kind for kind, held in zip(KINDS, (given, family), strict=True) if name in held)
        for name in given | family
    }
    write_names("../further-names.txt", kinds, "names of faker and mimesis (MIT)", Path(__file__).name)


def _names() -> tuple[list[str], list[str]]:
    """Given names and family names as printed."""
    given: list[str] = []
    family: list[str] = []
    for provider in _providers():
        for attribute in dir(provider):
            names = getattr(provider, attribute)
            if attribute.startswith(("first_name", "last_name")) and isinstance(names, Iterable):
                kept = given if attribute.startswith("first_name") else family
                kept.extend(name for name in names if isinstance(name, str))
    for people in _of_mimesis():
        given += _flat(people.get("names", []))
        family += _flat(people.get("surnames", []))
    return given, family


def _providers() -> Iterator[type]:
    package = importlib.import_module("faker.providers.person")
    for locale in pkgutil.iter_modules(package.__path__):
        yield importlib.import_module(f"{package.__name__}.{locale.name}").Provider


def _of_mimesis() -> Iterator[dict[str, object]]:
    for folder in sorted(resources.files("mimesis").joinpath("datasets").iterdir(), key=lambda one: one.name):
        person = folder.joinpath("person.json")
        if person.is_file():
            yield json.loads(person.read_text(encoding="utf-8"))


def _flat(names: object) -> list[str]:
    """A list, or lists by gender."""
    if isinstance(names, dict):
        return [name for ones in names.values() for name in _flat(ones)]
    return [name for name in names if isinstance(name, str)] if isinstance(names, list) else []


def _plain(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        yield from (plain_name(part) for part in _PART.findall(name))


def _ordinary() -> set[str]:
    """What is an ordinary word in one of our languages."""
    texts = (path.read_text(encoding="utf-8") for path in sorted((HERE / "training").rglob("*.xml")))
    small = {word for text in texts for word in _SMALL.findall(text)}
    listed = {word for one in languages() for word in lexicon(one).words(*ORDINARY)}
    return {plain_name(word) for word in small | listed}


if __name__ == "__main__":
    main()
