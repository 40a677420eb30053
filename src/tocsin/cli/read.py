"""`tocsin read`: appeals -> drafts, without a database."""

import json
import sys
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from tocsin.intake.errors import Unreadable
from tocsin.intake.files import MOST_BYTES, limited, read_file

from .online import fetched, is_address

if TYPE_CHECKING:
    from tocsin.terms.draft import Draft

EDTF_DAY = r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$"
UNREAD = 2
SIGNS_OF_A_PIECE = 10_000


@click.command(name="read")
@click.argument("sources", nargs=-1, required=True, metavar="FILE|-|URL ...")
@click.option(
    "--format",
    "shape",
    type=click.Choice(["table", "json", "jsonl", "html"]),
    default="table",
    show_default=True,
    help="A summary, one JSON document (a list where there are several), a line of JSON each, or a page.",
)
@click.option("--published", metavar="DATE", help="When the text was published: 2011, 2011-06 or 2011-06-15.")
@click.option(
    "--published-map",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE.json",
    help='Dates by file name: {"appeal.txt": "2011-06-15"}.',
)
@click.option("--no-text", is_flag=True, help="Leave the text itself out of the drafts.")
@click.option(
    "--second-opinion",
    type=click.Choice(["none", "spacy", "natasha", "endpoint"]),
    default="none",
    show_default=True,
    help="Ask another reader too; what it adds are suggestions. The endpoint is set up by TOCSIN_ENDPOINT_URL and _MODEL.",
)
@click.option("--may-leave", is_flag=True, help="These texts may be sent to an endpoint on another server.")
@click.option("--online", is_flag=True, help="Let web addresses be fetched; their servers see that you ask.")
def command(
    sources: tuple[str, ...],
    shape: str,
    published: str | None,
    published_map: Path | None,
    no_text: bool,
    second_opinion: Literal["none", "spacy", "natasha", "endpoint"],
    may_leave: bool,
    online: bool,
) -> None:
    """Read appeals and print what they say.

    JSON goes to standard output, all else to standard error. Where something cannot be read the rest is read
    first and the exit code is 2.
    """
    dates = _dates(published_map)
    if published is not None:
        _check_date(published)
    opinion = _opinion(second_opinion, may_leave)
    drafts: list[dict[str, object]] = []
    refused = 0
    for source in sources:
        try:
            draft = _draft(source, dates.get(Path(source).name, published), online)
            drafts.append(opinion(draft).as_json())
        except Unreadable as error:
            refused += 1
            click.echo(f"{'standard input' if source == '-' else source}: {error}.", err=True)
    if no_text:
        drafts = [_without_text(draft) for draft in drafts]
    for piece in SHAPES[shape](drafts):
        click.echo(piece, nl=False)
    if refused:
        sys.exit(UNREAD)


def _opinion(
    name: Literal["none", "spacy", "natasha", "endpoint"], may_leave: bool
) -> "Callable[[Draft], Draft]":
    if name == "none":
        return lambda draft: draft
    from tocsin.cli.second_opinion import asking

    return asking(name, may_leave)


def _draft(source: str, published: str | None, online: bool) -> "Draft":
    data, name = _bytes(source, online)
    from tocsin.reading.read import read_bytes  # here, since bad names and --help need no reader

    return read_bytes(data, name, published)


def _bytes(source: str, online: bool) -> tuple[bytes, str]:
    """The bytes and what to call them; a page is called by the address it came from at last."""
    if source == "-":
        return limited(sys.stdin.buffer.read(MOST_BYTES + 1)), "standard input"
    if is_address(source):
        return fetched(source, online)
    return read_file(Path(source)), source


def _dates(path: Path | None) -> dict[str, str | None]:
    if path is None:
        return {}
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise click.UsageError(
            f"{path} is no JSON file of dates ({error}); write it as --help shows."
        ) from None
    if not isinstance(found, dict):
        raise click.UsageError(f"{path} must hold one object of file names and dates; see --help.")
    for value in found.values():
        if value is not None:
            _check_date(str(value))
    return {str(name): value if value is None else str(value) for name, value in found.items()}


def _check_date(value: str) -> None:
    import re

    if not re.match(EDTF_DAY, value):
        raise click.UsageError(f"'{value}' is no date; write 2011, 2011-06 or 2011-06-15.")


def _without_text(draft: dict[str, object]) -> dict[str, object]:
    source = draft["source"]
    return {**draft, "source": {**source, "text": ""}} if isinstance(source, dict) else draft


def _as_json(drafts: list[dict[str, object]]) -> Iterator[str]:
    """In pieces, since the drafts of long texts would stand in memory a second time."""
    if not drafts:
        return
    signs = json.JSONEncoder(ensure_ascii=False, indent=2).iterencode(
        drafts[0] if len(drafts) == 1 else drafts
    )
    while piece := "".join(islice(signs, SIGNS_OF_A_PIECE)):
        yield piece
    yield "\n"


def _as_lines(drafts: list[dict[str, object]]) -> Iterator[str]:
    return (json.dumps(draft, ensure_ascii=False) + "\n" for draft in drafts)


def _as_table(drafts: list[dict[str, object]]) -> Iterator[str]:
    from tocsin.cli.draft_summary import summary

    return (summary(draft) + "\n" for draft in drafts)


def _as_page(drafts: list[dict[str, object]]) -> Iterator[str]:
    from tocsin.cli.draft_page import page

    return iter([page(drafts) + "\n"] if drafts else [])


SHAPES: dict[str, Callable[[list[dict[str, object]]], Iterator[str]]] = {
    "table": _as_table,
    "json": _as_json,
    "jsonl": _as_lines,
    "html": _as_page,
}
