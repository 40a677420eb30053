"""`tocsin import-offices`: newer lists of offices, compared first and written only with --apply."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import options
from .installation import load, prepare_database
from .refusals import Refusal

if TYPE_CHECKING:
    from tocsin.directory.imports.sheet import Given

MOST_BYTES = 50 * 2**20


@click.command("import-offices")
@click.argument("names", nargs=-1, metavar="FILE ... | --wikidata [COUNTRY ...]")
@click.option(
    "--apply", is_flag=True, help="Write it. Without this, what would change is shown and nothing is written."
)
@click.option("--source", default="", help="What the list is called, where its rows do not say it.")
@click.option(
    "--date", default="", help="Of what day, month or year the list is, where its rows do not say it."
)
@click.option(
    "--of", "of_country", default="", help="Whose offices these are, where the list does not say it."
)
@click.option(
    "--kind",
    default="",
    help="What kind of office they are, such as embassy, where the list does not say it.",
)
@click.option("--official", is_flag=True, help="It is a government’s own list.")
@click.option("--keep-missing", is_flag=True, help="What the list leaves out stays as it is.")
@click.option("--skip-bad", is_flag=True, help="Take the good rows although others are bad.")
@click.option("--all", "tell_all", is_flag=True, help="Show every change, not only the first of each kind.")
@click.option(
    "--wikidata", is_flag=True, help="Ask Wikidata instead, one country after another; all without a name."
)
@click.option("--online", is_flag=True, help="Let Wikidata be asked; its servers see that you ask.")
@options.data
def command(
    names: tuple[str, ...],
    apply: bool,
    source: str,
    date: str,
    of_country: str,
    kind: str,
    official: bool,
    keep_missing: bool,
    skip_bad: bool,
    tell_all: bool,
    wikidata: bool,
    online: bool,
    data: Path | None,
) -> None:
    """Bring newer lists of offices into the directory.

    A list is CSV in the shape of the tables that ship, a coordinator’s own table (CSV or XLSX, in most languages), or
    GeoJSON from OpenStreetMap, which goes into a table of its own because of its licence. What a person has confirmed
    is never overwritten. A list is written as a whole or not at all; bad rows are named, and the exit code is 2.
    """
    if not names and not wikidata:
        raise click.UsageError("Name the file to read, or give --wikidata.")
    load(data)
    prepare_database()
    from .import_lists import Wish, take_list

    wish = Wish(apply, keep_missing, skip_bad, tell_all)
    if wikidata:
        if not online:
            raise Refusal(
                "Wikidata is not asked unless you say so with --online; its servers see that you ask."
            )
        from .import_wikidata import take_wikidata

        take_wikidata([_code(name) for name in names], wish)
        return
    given = _given(source, date, of_country, kind, official)
    for name in names:
        take_list(Path(name), _bytes(Path(name)), given, wish)


def _bytes(path: Path) -> bytes:
    from tocsin.intake.errors import Unreadable
    from tocsin.intake.files import read_file

    try:
        return read_file(path, MOST_BYTES)
    except Unreadable as error:
        raise Refusal(f"{path}: {error}.") from None


def _code(name: str) -> str:
    from tocsin.language.countries import find_country

    code = find_country(name)
    if code is None:
        raise Refusal(f"“{name}” is no country that is known, or more than one: write its two-letter code.")
    return code


def _given(source: str, date: str, of_country: str, kind: str, official: bool) -> "Given":
    from tocsin.directory.errors import CannotUse
    from tocsin.directory.imports.headings import kind_of
    from tocsin.directory.imports.sheet import Given
    from tocsin.directory.source_date import source_date

    if kind and not kind_of(kind):
        raise Refusal(f"“{kind}” is no kind of office that is known: write embassy, consulate, ministry …")
    try:
        day = date and source_date(date)
    except CannotUse as error:
        raise Refusal(str(error)) from None
    return Given(source.strip(), day, _code(of_country) if of_country else "", kind_of(kind), official)
