"""`tocsin`: each command stands in a file of its own, read only when it is called."""

from importlib import import_module

import click

from tocsin.site.collector import collect_seldom

# Command -> what the list of commands says. The module is cli/<name>.py, or as MODULES says, and holds `command`.
COMMANDS = {
    "up": "Set up, read appeals into the desk, serve the site and deliver: everything on one machine.",
    "setup": "Ask what a new installation needs to know, and keep it; can be run again.",
    "read": "Read appeals and print what they say, without a database.",
    "route": "Whom to write to about a country, from a supporter's own country.",
    "serve": "Serve the site alone.",
    "work": "Do what waits: send letters, render pages, forget what is over.",
    "receive": "Take in a report from a file or a pipe, such as a mail server's.",
    "members": "Who works at the desk.",
    "import-offices": "Bring a newer list of offices into the directory; shows first what it would change.",
    "export": "Write a case to a file: for a lawyer, for other programs, or to restore it elsewhere.",
    "import": "Restore a case from the zip that another server wrote.",
    "mirror": "The public site as plain files, for any host or a USB stick; signed, and ending after 14 days.",
    "backup": "Everything in one file, while site and worker run.",
    "restore": "An installation from a backup, on this machine or another.",
    "upgrade": "After a new version was installed: back up, bring the database up to it, check.",
    "roll-back": "Back to the database as it was before the last upgrade.",
    "move-database": "From SQLite to PostgreSQL, or back.",
    "search": "Whether the desk finds everything; --rebuild makes its index anew.",
    "bench": "How fast this machine does it, beside the limit and a peer.",
    "nginx": "The configuration for nginx before the site, which then reads the rendered pages itself.",
    "units": "Files for systemd and for containers, made for this installation.",
    "check": "What is unsafe or unfinished in this installation, with the mend.",
}

# "import" is a word of Python's own.
MODULES = {"import": "import_case"}


def module_of(command: str) -> str:
    return f"tocsin.cli.{MODULES.get(command, command.replace('-', '_'))}"


class Commands(click.Group):
    """Knows its commands by name, so that `--help` needs to load none of them."""

    def list_commands(self, context: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        command = import_module(module_of(name)).command
        return command if isinstance(command, click.Command) else None

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.command(cls=Commands)
@click.version_option(package_name="tocsin", message="%(package)s %(version)s")
def main() -> None:
    """Tocsin: from an urgent appeal to letters that arrive, in minutes."""
    collect_seldom()


if __name__ == "__main__":
    main(prog_name="tocsin")
