"""What a person needs to know once the site is served; for commands that have loaded the installation."""

from urllib.parse import urlsplit

import click
from django.conf import settings

from tocsin.members.add import add_member
from tocsin.members.models import Member, Role

from .desk_link import desk_link


def announce(host: str, port: int, email: str) -> None:
    """Prints the addresses, with a way in for the administrator, and where mail goes."""
    administrator = _administrator(email)
    click.echo(f"""
  Public site    {settings.PUBLIC_URL}/
  Desk           {desk_link(administrator)}
                 (signs in {administrator.email} once, within ten minutes)
  Outgoing mail  {_where_mail_goes()}
  Data           {settings.DATA}

Listening on {host}, port {port}. Ctrl-C stops everything. What is unsafe or unfinished: tocsin check""")


def _administrator(email: str) -> Member:
    """The first administrator; on a new installation one is added."""
    stored = Member.objects.filter(role=Role.ADMINISTRATOR, is_active=True).order_by("pk").first()
    return stored or add_member(email, "", Role.ADMINISTRATOR, by=None)


def _where_mail_goes() -> str:
    if settings.SMTP_URL and settings.MAIL_FROM:
        return f"leaves through {urlsplit(settings.SMTP_URL).hostname}"
    return f"stays in the folder {settings.MAIL_FOLDER}"
