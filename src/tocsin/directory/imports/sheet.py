"""Rows of a table as offices: the tables that ship, their raw form, and whatever a coordinator keeps."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tocsin.language.countries import country_name, find_country
from tocsin.language.country_sentences import called
from tocsin.routing.shipped import senders
from tocsin.routing.shipped.sources import told as told_by_code
from tocsin.terms.offices import MISSIONS, Accreditation, Office, TellerKind, Told

from ..errors import CannotUse
from ..source_date import source_date
from .headings import fields_of, kind_of, why_left_out
from .listing import Bad, Listing, Row
from .reaches import reaches
from .table import Table

_PART_OF_A_COUNTRY = re.compile(r"[A-Z]{1,2}-[A-Z]{2,4}")
_LISTED = re.compile(r"\s*[|;/\n]\s*|\s*,\s+|,(?=[A-Z]{2}\b)")
_WHY = {
    "honorary": "honorary consuls are private people",
    "no_mission": "no mission of a state",
    "no_country": "sender or host has no country code of its own",
}
_RAW_SOURCES = {"wikidata-doe": "wikidata", "factbook-json": "factbook"}


@dataclass(frozen=True)
class Given:
    """What the person who imports says of the whole file; '' where the rows say it themselves."""

    source: str = ""
    date: str = ""
    of_country: str = ""
    kind: str = ""
    is_official: bool = False


class _LeftOut(Exception):
    """`str()` is a key of _WHY."""


def listing_of(table: Table, given: Given) -> Listing:
    """Every row as an office, as bad with the mend, or left out with the reason."""
    columns = fields_of(table.headings)
    found = Listing(columns=[(h, columns.get(i, "")) for i, h in enumerate(table.headings) if h.strip()])
    found.is_complete = {"key", "of_country", "in_country"} <= set(columns.values())
    for line, cells in table.rows:
        row = {field: cells[i].strip() for i, field in columns.items() if i < len(cells) and cells[i].strip()}
        try:
            found.rows.append(Row(line, _office(row, given), "name" in row))
        except _LeftOut as reason:
            found.left_out[_WHY[str(reason)]] += 1
        except CannotUse as fault:
            found.bad.append(Bad(line, str(fault)))
    return found


def _office(row: Mapping[str, str], given: Given) -> Office:
    kind = _kind(row) or given.kind
    of = _country(row, "of_country") or given.of_country
    stands = _country(row, "in_country")
    if not of and not (stands and kind and kind not in MISSIONS):
        raise CannotUse("It does not say whose office it is: add a column Sender, or give --of COUNTRY.")
    if not stands and "key" not in row:
        raise CannotUse("It does not say where the office stands: add a column Country.")
    said = _told(row, given)
    of = of or stands
    return Office(
        name=row.get("name") or _name(row, kind, of),
        kind=kind,
        of_country=of,
        in_country=stands,
        city=row.get("city", ""),
        told=said,
        accreditations=tuple(_accreditations(row, said)),
        reaches=tuple(reaches(row, said, stands)),
        key=row.get("key", ""),
        latitude=_degrees(row, "latitude", 90),
        longitude=_degrees(row, "longitude", 180),
    )


def _kind(row: Mapping[str, str]) -> str:
    """As the cell says, else as the name does; '' where neither says it: the list speaks of missions then."""
    said = row.get("kind", "")
    if reason := why_left_out(f"{said} {row.get('style', '')} {row.get('name', '')}"):
        raise _LeftOut(reason)
    kind = kind_of(said.replace("_", " "))
    if said and not kind:
        raise CannotUse(f"“{said}” is no kind of office that is known: write embassy, consulate, ministry …")
    return kind or kind_of(row.get("name", ""))


def _country(row: Mapping[str, str], field: str) -> str:
    cell = row.get(field, "")
    if _PART_OF_A_COUNTRY.fullmatch(cell):
        raise _LeftOut("no_country")
    code = cell if cell in senders() else find_country(cell) if cell else ""
    if code is None:
        raise CannotUse(f"“{cell}” is no country that is known, or more than one: write its two-letter code.")
    return code


def _accreditations(row: Mapping[str, str], said: Told) -> Iterator[Accreditation]:
    serves = row.get("serves") or (row.get("in_country", "") if "until" in row else "")
    for cell in filter(None, _LISTED.split(serves)):
        code = cell.partition("-")[0] if _PART_OF_A_COUNTRY.fullmatch(cell) else _served(cell)
        yield Accreditation(code, said, "stated", None, row.get("until"))


def _served(cell: str) -> str:
    if cell == "UN" or cell in senders():
        return cell
    code = find_country(cell)
    if not code:
        raise CannotUse(f"It is said to serve “{cell}”, which is no country that is known: write its code.")
    return code


def _name(row: Mapping[str, str], kind: str, of: str) -> str:
    """'High commission of Kenya in London'; '' where there is no kind to call it by."""
    style = (row.get("style") or row.get("kind") or kind).replace("_", " ")
    if not style or kind not in MISSIONS:
        return f"{style.capitalize()}, {country_name(of)}" if style and of else ""
    where = f" in {row['city']}" if "city" in row else ""
    return f"{style[:1].upper()}{style[1:]} of {called(of)}{where}"


def _told(row: Mapping[str, str], given: Given) -> Told:
    """By the row, else by the person who imports. The codes of the shipped tables are told by name."""
    source = row.get("source") or given.source
    if not source:
        raise CannotUse("It does not say where this stands: give --source, such as the name of the list.")
    date = source_date(row.get("source_date") or given.date)
    codes = [_RAW_SOURCES.get(code, code) for code in source.split("+")]
    try:
        known = [told_by_code(code, date) for code in codes]
    except KeyError:
        kind: TellerKind = "official" if given.is_official else "directory"
        return Told(kind, source, date)
    return Told(known[0].kind, " and ".join(one.source for one in known), date)


def _degrees(row: Mapping[str, str], field: str, most: int) -> float | None:
    cell = row.get(field, "").replace(",", ".")
    try:
        degrees = float(cell) if cell else None
    except ValueError:
        degrees = float("nan")
    if degrees is not None and not abs(degrees) <= most:
        raise CannotUse(f"“{cell}” is no {field}: write degrees with a point, such as 59.91.")
    return degrees
