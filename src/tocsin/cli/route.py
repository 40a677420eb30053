"""`tocsin route`: whom to write to about a country, from a supporter's own country."""

import json
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click

from tocsin.language.country_sentences import called
from tocsin.language.find_place import find_place
from tocsin.routing.asks import ASKS
from tocsin.routing.draft_offices import offices_of_draft
from tocsin.routing.known_then import last_day
from tocsin.routing.route import Route, Step
from tocsin.routing.worldwide import worldwide
from tocsin.terms.offices import Reach, Told


class Country(click.ParamType):
    """ISO 3166-1 alpha-2, or a name in any language."""

    name = "country"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        found = find_place(value.upper() if len(value) == 2 else value)
        if found.country is None:
            self.fail(_which(value, found.choices), param, ctx)
        return found.country


def _which(value: str, choices: Sequence[str]) -> str:
    if not choices:
        return f"{value!r} names no country that is known here: give its two letters, such as NO."
    told = ", ".join(f"{called(code)} ({code})" for code in choices)
    return f"{value!r} may mean {told}: say which."


class Day(click.ParamType):
    """A day, or the last day of a month or year."""

    name = "date"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> date:
        day = last_day(value)
        if day is None:
            self.fail(
                f"{value!r} is no date: give a year, month or day, such as 2011, 2011-06 or 2011-06-15.",
                param,
                ctx,
            )
        return day


@click.command()
@click.argument("of", type=Country())
@click.option("--from", "supporter_country", type=Country(), required=True, help="Where the supporter lives.")
@click.option("--as-of", type=Day(), help="What was known on this day, or in this month or year.")
@click.option(
    "--overlay",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    multiple=True,
    help="A draft (JSON or JSON Lines, from `tocsin read`) whose offices count for this case.",
)
@click.option(
    "--ask",
    type=click.Choice(ASKS),
    default="letter",
    show_default=True,
    help="What the supporter is asked to do.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(
    of: str,
    supporter_country: str,
    as_of: date | None,
    overlay: tuple[Path, ...],
    ask: str,
    as_json: bool,
) -> None:
    """Offices of the country OF for a supporter elsewhere, best first, each with its reason and how sure it is.

    Without --overlay it answers from the directory that Tocsin ships with.
    """
    offices = [office for path in overlay for draft in _drafts(path) for office in offices_of_draft(draft)]
    found = worldwide(of, supporter_country, offices, as_of, ask)
    if as_json:
        click.echo(json.dumps(route_json(found), ensure_ascii=False, indent=1))
    else:
        _print(found)


def _drafts(path: Path) -> list[dict[str, Any]]:
    """One draft, or one a line."""
    text = path.read_text(encoding="utf-8")
    try:
        read = json.loads(text)
        drafts = read if isinstance(read, list) else [read]
    except json.JSONDecodeError:
        drafts = _lines(path, text)
    if not all(isinstance(draft, dict) and "contacts" in draft and "source" in draft for draft in drafts):
        raise click.BadParameter(f"{path} is no draft: write one with `tocsin read --format json`.")
    return drafts


def _lines(path: Path, text: str) -> list[Any]:
    try:
        return [json.loads(line) for line in text.splitlines() if line.strip()]
    except json.JSONDecodeError as error:
        raise click.BadParameter(
            f"{path} is not JSON, line {error.lineno}: write it with `tocsin read`."
        ) from error


def route_json(found: Route) -> dict[str, Any]:
    """The shape that scripts rely on."""
    return {
        "offices": [_step_json(step) for step in found.steps],
        "warnings": [{"code": caution.code, "message": caution.message} for caution in found.warnings],
    }


def _step_json(step: Step) -> dict[str, Any]:
    return {
        "name": step.office.name,
        "kind": step.office.kind,
        "city": step.office.city,
        "in_country": step.office.in_country,
        "reason": step.reason,
        "reason_code": step.reason_code,
        "source": step.source,
        "source_date": step.source_date,
        "confidence": step.confidence,
        "confidence_code": step.confidence_code,
        "note": step.note,
        "also": [_told_json(told) for told in step.also],
        "channels": {name: [_reach_json(r) for r in reaches] for name, reaches in step.channels.items()},
    }


def _told_json(told: Told) -> dict[str, Any]:
    return {"source": told.source, "source_date": told.date}


def _reach_json(reach: Reach) -> dict[str, Any]:
    return {
        "value": reach.value,
        "as_written": reach.as_written,
        "repaired": reach.repaired,
        "confirmed": reach.is_confirmed,
        **_told_json(reach.told),
    }


def _print(found: Route) -> None:
    for number, step in enumerate(found.steps, 1):
        click.echo(f"{number}. {step.office.name}")
        click.echo(f"   {step.reason} ({step.confidence})")
        for name, reaches in step.channels.items():
            click.echo(f"   {name}: {', '.join(_reach_words(reach) for reach in reaches)}")
    for caution in found.warnings:
        print(caution.message, file=sys.stderr)


def _reach_words(reach: Reach) -> str:
    return f"{reach.value} [{reach.repaired}]" if reach.repaired else reach.value
