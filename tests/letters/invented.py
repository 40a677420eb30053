"""Invented people, groups and incidents, with only what a test is about."""

from typing import Any

from tocsin.terms.count import Count
from tocsin.terms.incidents import Incident, Place
from tocsin.terms.people import Group, Person

NINE = Count(9, 9, "nine")
HUNDREDS = Count(200, None, "Hundreds")
RIGA = Place("Riga", "LV")


def person(
    name: str = "Lina Marwede", role: str | None = None, status: str = "missing", **more: Any
) -> Person:
    return Person(name, role, status, (), **more)


def group(label: str, count: Count | None, status: str = "detained") -> Group:
    return Group(label, count, status, ())


def incident(
    type: str = "beating",
    date: str | None = None,
    place: Place | None = None,
    count: Count | None = None,
    **more: Any,
) -> Incident:
    return Incident(type, date, place, count, (), **more)
