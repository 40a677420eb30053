"""The targets of an action as its contacts page lists them."""

from collections.abc import Iterable
from dataclasses import dataclass

from tocsin.actions.models import Action, Target
from tocsin.actions.targets import targets_with_offices

from .office_rows import OfficeRow, office_row


@dataclass(frozen=True)
class TargetRow:
    target: Target
    row: OfficeRow

    @property
    def countries(self) -> set[str]:
        """Where the office stands, and whom it serves."""
        office = self.target.office
        return {a.serves for a in office.accreditations.all()} | ({office.in_country} - {""})


def target_rows(action: Action) -> list[TargetRow]:
    return [TargetRow(t, office_row(t.office)) for t in targets_with_offices(action)]


def for_country(rows: Iterable[TargetRow], country: str) -> list[TargetRow]:
    """The rows of a country; all of them for no country."""
    return [r for r in rows if not country or country in r.countries]


def all_countries(rows: Iterable[TargetRow]) -> set[str]:
    return {country for row in rows for country in row.countries}
