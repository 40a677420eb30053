"""The targets of an action as its contacts page lists them."""

from collections.abc import Iterable
from dataclasses import dataclass

from tocsin.actions.models import Action, Target
from tocsin.actions.targets import lost_emails, targets_with_offices

from .office_rows import OfficeRow, office_row


@dataclass(frozen=True)
class TargetRow:
    """`lost_emails` were printed in the case's reports, but cannot be read."""

    target: Target
    row: OfficeRow
    lost_emails: int

    @property
    def countries(self) -> set[str]:
        """Where the office stands, and whom it serves."""
        office = self.target.office
        return {a.serves for a in office.accreditations.all()} | ({office.in_country} - {""})


def target_rows(action: Action) -> list[TargetRow]:
    lost = lost_emails(action)
    return [TargetRow(t, office_row(t.office), lost[t.office_id]) for t in targets_with_offices(action)]


def for_country(rows: Iterable[TargetRow], country: str) -> list[TargetRow]:
    """The rows of a country; all of them for no country."""
    return [r for r in rows if not country or country in r.countries]


def all_countries(rows: Iterable[TargetRow]) -> set[str]:
    return {country for row in rows for country in row.countries}
