"""Heads of state and government, and others whom appeals name without their office because everybody knows it."""

import csv
from collections.abc import Mapping
from functools import cache
from importlib import resources

from tocsin.language.name_keys import name_key
from tocsin.language.names import Name
from tocsin.language.person_names import is_given_name

Key = tuple[str, ...]


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


@cache
def _offices(language: str) -> Mapping[Key, str]:
    return {name_key(form, language): row["office"] for row in _leaders() for form in _forms(row)}


@cache
def _countries(language: str) -> Mapping[Key, str]:
    named = (row for row in _leaders() if row["country"])
    return {name_key(form, language): row["country"] for row in named for form in _forms(row)}


@cache
def _leaders() -> tuple[dict[str, str], ...]:
    """Rows name, also (other ways to write it), office, country."""
    data = resources.files(__package__).joinpath("data", "leaders.csv")
    return tuple(csv.DictReader(data.read_text(encoding="utf-8").splitlines()))


@cache
def _han_forms() -> tuple[str, ...]:
    return tuple(form for row in _leaders() for form in _forms(row) if form >= "\u3400")


def _forms(row: dict[str, str]) -> list[str]:
    return [row["name"], *filter(None, row["also"].split(";"))]
