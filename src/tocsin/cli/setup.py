"""`tocsin setup`: from a fresh machine to settings that hold, by plain questions. Can be run again."""

from pathlib import Path
from typing import Any

import click

from . import options
from .installation import load, our_folder, prepare_database
from .kept import kept_or_refusal
from .missing import say_what_is_missing
from .refusals import Refusal, as_sentence


@click.command("setup")
@options.data
@click.option("--show", is_flag=True, help="Only say what is set, without passwords.")
@click.option(
    "--yes", "unasked", is_flag=True, help="Ask nothing: take the options, what was set before, and defaults."
)
@click.option("--domain", help="Where people open the site, such as appeals.example.org.")
@click.option(
    "--https", type=click.Choice(["yes", "no"]), help="Whether a proxy with a certificate stands before it."
)
@click.option("--organisation", help="As calls and mails show it.")
@click.option("--mail-server", help="Host that takes our mail; none: mail stays in a folder.")
@click.option("--mail-port", help="465 for TLS from the start, 587 for STARTTLS.")
@click.option("--mail-user", help="Name of our account there.")
@click.option(
    "--mail-password-file", type=click.File("r"), help="File that holds its password alone; - for a pipe."
)
@click.option("--mail-from", help="Address that our mail comes from.")
@click.option("--administrator", help="Mail address of the first administrator.")
@click.option("--legal-notice", help="Who answers for the site: name, postal address.")
@click.option("--privacy-contact", help="Whom supporters ask about what is kept of them.")
def command(data: Path | None, show: bool, unasked: bool, mail_password_file: Any, **said: str | None) -> None:  # fmt: skip
    """Ask what this installation needs to know, and keep it in the data folder.

    Run it again at any time: it proposes what is set, and changes nothing else.
    """
    folder = our_folder(data)
    before = kept_or_refusal(folder)
    if show:
        _show(before)
        return
    password = mail_password_file.read().strip("\r\n") if mail_password_file else None
    answers = _answers(before, {**said, "mail_password": password}, unasked)
    _keep(folder, before, answers)
    load(data)
    prepare_database()
    _add_administrator(answers.get("administrator", ""))
    say_what_is_missing()


def _show(settings: dict[str, str]) -> None:
    from .set_up.show import shown

    for line in shown(settings):
        click.echo(line)
    if not settings:
        click.echo("Nothing is set up yet. Run: tocsin setup")


def _answers(before: dict[str, str], said: dict[str, str | None], unasked: bool) -> dict[str, str]:
    from .set_up.ask import ask_all, without_asking
    from .set_up.questions import given
    from .set_up.settings_of import answers_of

    try:
        known = {**answers_of(before), **given(said)}
    except ValueError as refusal:
        raise Refusal(str(refusal)) from None
    if unasked:
        return without_asking(known)
    return ask_all(known)


def _keep(folder: Path, before: dict[str, str], answers: dict[str, str]) -> None:
    from tocsin.site.kept_settings import keep

    from .set_up.settings_of import merged
    from .set_up.show import shown

    settings = merged(before, answers)
    path = keep(folder, settings)
    click.echo(f"\nKept in {path}:")
    for line in shown(settings):
        click.echo(f"  {line}")


def _add_administrator(email: str) -> None:
    from tocsin.members.add import add_member
    from tocsin.members.models import Member, Role

    from .desk_link import desk_link

    if not email or Member.objects.filter(email=email.casefold(), is_active=True).exists():
        return
    with as_sentence():
        member = add_member(email, "", Role.ADMINISTRATOR, by=None)
    click.echo(f"\n{member.email} is administrator. This opens the desk once, within ten minutes of now,")
    click.echo(f"as soon as the site is served: {desk_link(member)}")
    click.echo(f"A new link at any time: tocsin members link {member.email}")
