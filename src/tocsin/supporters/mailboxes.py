"""Which spellings of an address reach one mailbox, provider by provider; `mailboxes.csv` names the source of each row."""

import csv
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True)
class Mailboxes:
    """How a provider reads what stands before the @. `domain` is the one that its others stand for."""

    domain: str
    ignored: str = ""


def mailboxes_at(domain: str) -> Mailboxes:
    """The rule for a domain in lower case and ASCII; of most we know none, and every letter counts."""
    return _rules().get(domain, Mailboxes(domain))


@cache
def _rules() -> dict[str, Mailboxes]:
    text = resources.files("tocsin.supporters").joinpath("mailboxes.csv").read_text("utf-8")
    rows = csv.DictReader(text.splitlines())
    return {row["domain"]: Mailboxes(row["same_as"], row["ignored"]) for row in rows}
