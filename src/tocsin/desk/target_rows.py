"""The targets of an action as its contacts page lists them."""

from collections.abc import Iterable
from dataclasses import dataclass

from tocsin.actions.models import Action, Target
from tocsin.actions.targets import lost_emails, targets_with_offices
from tocsin.directory.models import Channel

from .office_rows import OfficeRow, office_row


@dataclass(frozen=True)
class TargetRow:
    """`lost_emails` were printed in the case's reports, cannot be read, and nobody has found another since."""

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
    return [_row(target, lost[target.office_id]) for target in targets_with_offices(action)]


def _row(target: Target, lost: int) -> TargetRow:
    row = office_row(target.office)
    has_email = any(point.channel == Channel.EMAIL for point in row.usable)
    return TargetRow(target, row, 0 if has_email else lost)


def for_country(rows: Iterable[TargetRow], country: str) -> list[TargetRow]:
    """The rows of a country; all of them for no country."""
    return [r for r in rows if not country or country in r.countries]


def all_countries(rows: Iterable[TargetRow]) -> set[str]:
    return {country for row in rows for country in row.countries}
