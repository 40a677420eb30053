"""`tocsin members`: who works at the desk, from the server's own command line."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import options
from .installation import load, prepare_database
from .refusals import Refusal, as_sentence

if TYPE_CHECKING:
    from tocsin.members.models import Member

ROLES = ("viewer", "contributor", "reviewer", "publisher", "administrator")
role_option = click.option("--role", type=click.Choice(ROLES), default="contributor", show_default=True)


@click.group("members")
@options.data
def command(data: Path | None) -> None:
    """Who works at the desk."""
    load(data)
    prepare_database()


@command.command("list")
def list_members() -> None:
    """Everybody who may sign in."""
    from tocsin.members.models import Member
    from tocsin.members.second_factor import is_enrolled

    for member in Member.objects.filter(is_active=True).order_by("email"):
        second = "second factor set up" if is_enrolled(member) else "no second factor yet"
        click.echo(f"{member.email}\t{member.name}\t{member.role}\t{second}")


@command.command("add")
@click.argument("email")
@click.option("--name", default="", help="As the desk shows it.")
@role_option
def add(email: str, name: str, role: str) -> None:
    """Add a member and print a one-time link."""
    from tocsin.members.add import add_member

    with as_sentence():
        member = add_member(email, name, role, by=None)
    click.echo(_link(member))


@command.command("link")
@click.argument("email")
def link(email: str) -> None:
    """Print a one-time link: one use, ten minutes."""
    click.echo(_link(_find(email)))


@command.command("role")
@click.argument("email")
@click.argument("role", type=click.Choice(ROLES))
def role(email: str, role: str) -> None:
    """Change what a member may do."""
    from tocsin.members.change_role import change_role

    with as_sentence():
        change_role(_find(email), role, by=None)


@command.command("forget")
@click.argument("email")
def forget(email: str) -> None:
    """Forget a lost authenticator app and its codes; the next sign-in sets up anew."""
    from tocsin.members.second_factor import forget_devices

    forget_devices(_find(email), by=None)


@command.command("remove")
@click.argument("email")
def remove(email: str) -> None:
    """Let a member go: every session and link ends at once."""
    from tocsin.members.remove import remove_member

    with as_sentence():
        remove_member(_find(email), by=None)


def _find(email: str) -> "Member":
    from tocsin.members.models import Member

    member = Member.objects.filter(email=email.strip().casefold(), is_active=True).first()
    if member is None:
        raise Refusal(f"Nobody here is known as {email}. See: tocsin members list")
    return member


def _link(member: "Member") -> str:
    from .desk_link import desk_link

    return desk_link(member)
