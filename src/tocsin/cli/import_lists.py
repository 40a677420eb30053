"""One list after another, told on the terminal; for a command that has loaded the installation."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from tocsin.directory.errors import CannotUse
from tocsin.directory.imports.bring_in import bring_in, compare
from tocsin.directory.imports.changes import Change, Changes
from tocsin.directory.imports.listing import Bad, Listing
from tocsin.directory.imports.osm import compare_map, is_geojson, take_map
from tocsin.directory.imports.sheet import Given, listing_of
from tocsin.directory.imports.table import read_table
from tocsin.directory.models import MappedOffice
from tocsin.intake.errors import Unreadable

from .progress import step
from .refusals import Refusal

FIRST = 10
NOT_YET = "Nothing is written yet. To write it, say the same with --apply."
HEADINGS = {
    "new": "New",
    "changed": "Changed",
    "gone": "No longer listed: what they served ends on the day of the list",
    "kept": "Kept as a person has confirmed it, although the list says otherwise",
}


@dataclass(frozen=True)
class Wish:
    """What the command line asks for."""

    apply: bool
    keep_missing: bool
    skip_bad: bool
    tell_all: bool


def take_list(path: Path, data: bytes, given: Given, wish: Wish) -> None:
    """Raises Refusal, exit code 2, where the list cannot be read or a row of it is bad."""
    if is_geojson(data):
        _take_map(path, data, given, wish)
        return
    with step(f"Reading {path}"):
        listing = _listing(path, data, given)
    _tell_reading(listing)
    with step("Comparing it with the directory"):
        changes = compare(listing, wish.keep_missing)
    tell(changes, wish.tell_all)
    _refuse_bad(path, changes.bad, wish)
    if wish.apply:
        with step("Writing"):
            _write(listing, _name(path, data), wish)
    elif changes.told or changes.restated:
        click.echo(NOT_YET)


def _take_map(path: Path, data: bytes, given: Given, wish: Wish) -> None:
    try:
        with step(f"Reading {path}"):
            found = compare_map(data, given.date, wish.keep_missing)
    except Unreadable as error:
        raise Refusal(f"{path}: {error}.") from None
    click.echo(
        f"{MappedOffice.LICENCE}. Kept in a table of its own; whoever passes it on does so under that licence."
    )
    for reason, count in found.left_out.items():
        click.echo(f"Left out, {reason}: {count}")
    for heading, offices in (
        ("New", found.new),
        ("Changed", found.changed),
        ("No longer on the map", found.gone),
    ):
        if offices:
            click.echo(f"{heading}:")
            _tell_lines(
                [f"{o}, {o.city or o.in_country or 'place not said'} ({o.osm_id})" for o in offices],
                wish.tell_all,
            )
    click.echo(
        f"{len(found.new)} new, {len(found.changed)} changed, {len(found.gone)} no longer listed, {found.same} the same."
    )
    if wish.apply:
        with step("Writing"):
            take_map(found, _name(path, data))
    elif found.new or found.changed or found.gone:
        click.echo(NOT_YET)


def _name(path: Path, data: bytes) -> str:
    """As the audit calls the list."""
    return f"{path.name} (SHA-256 {hashlib.sha256(data).hexdigest()[:16]})"


def _listing(path: Path, data: bytes, given: Given) -> Listing:
    try:
        return listing_of(read_table(data), given)
    except Unreadable as error:
        raise Refusal(f"{path}: {error}.") from None


def _write(listing: Listing, name: str, wish: Wish) -> None:
    try:
        bring_in(listing, name, keep_missing=wish.keep_missing)
    except CannotUse as error:
        raise Refusal(str(error)) from None


def _tell_reading(listing: Listing) -> None:
    click.echo("Columns, as they are understood:")
    for heading, field in listing.columns:
        click.echo(f"    {heading}: {field.replace('_', ' ') or 'not used'}")
    for reason, count in listing.left_out.items():
        click.echo(f"Left out, {reason}: {count}")


def tell(changes: Changes, tell_all: bool) -> None:
    """What changes, kind by kind, then the counts."""
    for kind, heading in HEADINGS.items():
        lines = list(dict.fromkeys(map(_words, changes.of_kind(kind))))
        if lines:
            click.echo(f"{heading}:")
            _tell_lines(lines, tell_all)
    counts = changes.counts
    click.echo(
        f"{counts['new']} new, {counts['changed']} changed, {counts['gone']} no longer listed, {counts['kept']} kept; "
        f"{counts['restated']} the same under a newer date, {counts['older']} rows older than what is known."
    )


def _words(change: Change) -> str:
    if not change.what:
        return change.office
    old, new = " ".join(change.old.split()) or "nothing", " ".join(change.new.split()) or "nothing"
    return f"{change.office}: {change.what.replace('_', ' ')}: {old} → {new}"


def _tell_lines(lines: Sequence[str], tell_all: bool) -> None:
    shown = lines if tell_all else lines[:FIRST]
    for line in shown:
        click.echo(f"    {line}")
    if len(shown) < len(lines):
        click.echo(f"    … and {len(lines) - len(shown)} more; --all shows them")


def _refuse_bad(path: Path, bad: Iterable[Bad], wish: Wish) -> None:
    rows = list(bad)
    for row in rows:
        click.echo(f"{path}, line {row.line}: {row.sentence}", err=True)
    if rows and not wish.skip_bad:
        raise Refusal(f"{path}: {len(rows)} bad rows, so nothing is written. Mend them, or give --skip-bad.")
