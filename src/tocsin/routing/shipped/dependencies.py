"""Territories whose foreign relations another state keeps, in the words of the source; no judgement of ours."""

from dataclasses import dataclass
from functools import cache

from tocsin.routing.shipped.sources import told
from tocsin.routing.shipped.tables import fields_of
from tocsin.terms.offices import Told


@dataclass(frozen=True)
class Dependency:
    """`stated` is how the source puts it: 'overseas territory of the UK'."""

    code: str
    sovereign: str
    stated: str
    told: Told


@cache
def dependency(code: str) -> Dependency | None:
    """None for a state, and where no source speaks of the place."""
    for _, sovereign, stated, source, date in fields_of("dependencies.csv", code):
        return Dependency(code, sovereign, stated, told(source, date))
    return None
