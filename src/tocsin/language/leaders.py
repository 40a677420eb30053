"""Heads of state and government, and others whom appeals name without their office because everybody knows it."""

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from tocsin.language.kept import kept
from tocsin.language.name_keys import name_key
from tocsin.language.names import Name
from tocsin.language.person_names import is_given_name

Key = tuple[str, ...]
_FILE = Path(__file__).with_name("data") / "leaders.csv"
_FOLDED_BY = [Path(__file__).with_name(name) for name in ("leaders.py", "name_keys.py", "place_names.py")]


def office_of_leader(name: str, language: str = "en") -> str | None:
    """The office that a name written so is known for; None for anybody else."""
    return None if _only_sounds_so(name) else _offices(language).get(name_key(name, language))


def country_of_leader(name: str, language: str = "en") -> str | None:
    """The country that a leader of this name governs, ISO alpha-2; None for anybody else."""
    return None if _only_sounds_so(name) else _countries(language).get(name_key(name, language))


def han_leaders(text: str) -> list[Name]:
    """Leaders in a Chinese text, whose names no space sets apart."""
    found = ((text.find(form), form) for form in _han_forms())
    return [Name(at, at + len(form), form, None) for at, form in found if at >= 0]


def _only_sounds_so(name: str) -> bool:
    """'Ramon', a first name, is not Rahmon, though some write him so."""
    return is_given_name(name) and name not in _written()


@cache
def _written() -> frozenset[str]:
    return frozenset(form for row in _leaders() for form in _forms(row))


def _offices(language: str) -> Mapping[Key, str]:
    return _by_key(language)["office"]


def _countries(language: str) -> Mapping[Key, str]:
    return _by_key(language)["country"]


@cache
def _by_key(language: str) -> dict[str, dict[Key, str]]:
    """Column -> key of each form of a name -> what the column says, where it says anything."""
    return kept(f"{language}-leaders", [_FILE, *_FOLDED_BY], lambda: _keyed(language))


def _keyed(language: str) -> dict[str, dict[Key, str]]:
    keys = [(name_key(form, language), row) for row in _leaders() for form in _forms(row)]
    return {
        column: {key: row[column] for key, row in keys if row[column]} for column in ("office", "country")
    }


@cache
def _leaders() -> tuple[dict[str, str], ...]:
    """Rows name, also (other ways to write it), office, country."""
    return tuple(csv.DictReader(_FILE.read_text(encoding="utf-8").splitlines()))


@cache
def _han_forms() -> tuple[str, ...]:
    return tuple(form for row in _leaders() for form in _forms(row) if form >= "\u3400")


def _forms(row: dict[str, str]) -> list[str]:
    return [row["name"], *filter(None, row["also"].split(";"))]
