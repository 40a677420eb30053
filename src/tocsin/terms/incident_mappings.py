"""What our types of incident are called in other vocabularies: `incident-mappings.csv`.

Schemes and where their words stand:
- `esf_*`: HURIDOCS, Events Standard Formats and Micro-thesauri, 2001: act (list 04), method (05), victim type,
  status (list 30), response (list 27), interference (list 36); trailing zeros dropped.
- `acled_*`: ACLED codebook 2023, event and sub-event types; it wants three people together for a protest.
- `plover*`, `cameo`: PLOVER codebook 2021 and the CAMEO codes that it maps.
- `sdg_16_10_1`: OHCHR's metadata for the indicator, its kinds of violation.

A row with a condition holds only where somebody knows that the condition does: no export takes it by itself.
"""

import csv
from dataclasses import dataclass
from functools import cache
from importlib import resources

SCHEMES = (
    "esf_act", "esf_method", "esf_victim_type", "esf_status", "esf_response", "esf_interference", "acled_event",
    "acled_sub_event", "plover", "plover_mode", "plover_recipient", "cameo", "sdg_16_10_1",
)  # fmt: skip


@dataclass(frozen=True)
class Mapping:
    """`condition` is in words; empty where the mapping always holds."""

    code: str
    scheme: str
    value: str
    condition: str = ""


@cache
def mappings() -> tuple[Mapping, ...]:
    table = resources.files(__package__).joinpath("incident-mappings.csv").read_text(encoding="utf-8")
    return tuple(
        Mapping(row["code"], row["scheme"], row["value"], row["condition"])
        for row in csv.DictReader(table.splitlines())
    )


@cache
def mapped(code: str) -> dict[str, str]:
    """Scheme -> what always holds for our code; several values are joined by '; '."""
    found: dict[str, list[str]] = {}
    for mapping in mappings():
        if mapping.code == code and not mapping.condition:
            found.setdefault(mapping.scheme, []).append(mapping.value)
    return {scheme: "; ".join(values) for scheme, values in found.items()}


@cache
def conditional(code: str) -> tuple[Mapping, ...]:
    """What holds only under a condition that a person must judge."""
    return tuple(m for m in mappings() if m.code == code and m.condition)
