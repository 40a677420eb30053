"""Annotated appeals grown from templates: the same seed, the same texts.

A template is an appeal in our markup (see README.md) with `[[one||another]]` for choices, and slots: `{p1:detained}` a
person at risk, `{o1}` an official, `{x1}` somebody else, `{city1}` and `{country}`, `{body1}`, `{place1}` and `{head1}` for what is
written with capitals and names nobody. After a dot the form of the name:
`.s` surname, `.g` given name, `.u` in capitals, `.r` surname first, `.i` initial and surname, and the Russian cases
`.gen`, `.dat`, `.acc`, `.ins`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

from training.invent import Invented, invent
from training.markup import Appeal, parse

TEMPLATES = Path(__file__).parent / "templates"
PLACES, THINGS = (Path(__file__).parent / f"{name}.yaml" for name in ("places", "things"))
_CHOICE = re.compile(r"\[\[([^\[\]]*)\]\]")
_SLOT = re.compile(
    r"\{(?P<kind>place|p|o|x|city|country|body|head)(?P<number>\d*)(?:\.(?P<form>\w+))?(?::(?P<status>[\w,]+))?\}"
)
_THING = {"city": "place", "country": "place", "place": "place", "body": "org", "head": None}
_TAG = {"p": "person", "o": "official", "x": "other"}


@dataclass(frozen=True)
class Template:
    slug: str
    xml: str
    regions: tuple[str, ...]
    copies: int


def templates() -> list[Template]:
    return [
        _template(path) for path in sorted(TEMPLATES.rglob("*.xml"), key=lambda p: (p.parent.name, p.stem))
    ]


def _template(path: Path) -> Template:
    xml = path.read_text(encoding="utf-8")
    regions, copies = (re.search(rf'{part}="([^"]+)"', xml) for part in ("regions", "copies"))
    named = tuple(regions[1].split()) if regions else tuple(places())
    return Template(path.stem, xml, named, int(copies[1]) if copies else 4)


def grow(template: Template) -> Iterator[Appeal]:
    """Each copy has its own region, names and choices."""
    for number in range(template.copies):
        random = Random(f"{template.slug}:{number}")
        region = random.choice(template.regions)
        yield parse(_filled(_chosen(template.xml, random), region, random), template.slug)


def _chosen(text: str, random: Random) -> str:
    """Inner choices first."""
    while _CHOICE.search(text):
        text = _CHOICE.sub(lambda match: random.choice(match[1].split("||")), text)
    return text


def _filled(text: str, region: str, random: Random) -> str:
    people: dict[str, Invented] = {}
    things: dict[str, str] = {}

    def fill(match: re.Match[str]) -> str:
        key = match["kind"] + match["number"]
        if match["kind"] in _TAG:
            if key not in people:
                people[key] = invent(region, random)
            return _named(match, people[key])
        if key not in things:
            things[key] = random.choice(_listed(match["kind"], region))
        tag = _THING[match["kind"]]
        return f"<{tag}>{things[key]}</{tag}>" if tag else things[key]

    return _SLOT.sub(fill, text)


def _named(slot: re.Match[str], who: Invented) -> str:
    """The tag with the name in it."""
    number = f' id="{slot["kind"]}{slot["number"]}"' if slot["kind"] == "p" else ""
    status, _, also = (slot["status"] or "").partition(",")
    fate = f' status="{status}" also="{also}"' if status else ""
    tag = _TAG[slot["kind"]]
    return f"<{tag}{number}{fate}>{who.written(slot['form'] or '')}</{tag}>"


def _listed(kind: str, region: str) -> list[str]:
    found: list[str] = _things()[kind] if kind in _things() else places()[region][kind]
    return found


@cache
def _things() -> dict[str, list[str]]:
    data: dict[str, list[str]] = yaml.safe_load(THINGS.read_text(encoding="utf-8"))
    return data


@cache
def places() -> dict[str, dict[str, Any]]:
    data: dict[str, dict[str, Any]] = yaml.safe_load(PLACES.read_text(encoding="utf-8"))
    return data
