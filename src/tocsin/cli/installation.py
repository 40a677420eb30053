"""Loading the installation for commands that need its database."""

import os
import pwd
from pathlib import Path

from .refusals import Refusal


def load(data: Path | None = None, port: int | None = None) -> None:
    """Reads the settings, from the environment and what the command line says. Ends with a sentence if wrong."""
    # What we write is for the account that runs us and nobody else.
    os.umask(0o077)
    folder = our_folder(data)
    if data is not None:
        os.environ["TOCSIN_DATA"] = str(folder)
    os.environ["DJANGO_SETTINGS_MODULE"] = "tocsin.site.settings"

    import django
    from django.core.exceptions import ImproperlyConfigured

    from tocsin.site.kept_settings import adopt

    try:
        adopt(folder)
        if port is not None:
            os.environ.setdefault("TOCSIN_PUBLIC_URL", f"http://127.0.0.1:{port}")
        django.setup()
    except ImproperlyConfigured as mistake:
        raise Refusal(str(mistake)) from None


def data_folder(data: Path | None = None) -> Path:
    """Where it lies, before any setting is read; `data` is what the command line says."""
    return (data or Path(os.environ.get("TOCSIN_DATA", "").strip() or "tocsin-data")).resolve()


def our_folder(data: Path | None = None) -> Path:
    """The same, to be written to. Ends with a sentence where root would leave files that its own account cannot read."""
    folder = data_folder(data)
    owner = folder.stat().st_uid if folder.exists() else os.geteuid()
    if os.geteuid() == 0 and owner != 0:
        name = _name_of(owner)
        raise Refusal(
            f"{folder} belongs to {name}, who could not read what root writes there."
            f" Run it as that account: runuser -u {name} -- tocsin ..."
        )
    return folder


def _name_of(number: int) -> str:
    try:
        return pwd.getpwuid(number).pw_name
    except KeyError:
        return f"#{number}"


def prepare_database() -> None:
    """Brings the tables up to this version."""
    from django.db import OperationalError

    from tocsin.site.database.tables import bring_up

    try:
        bring_up()
    except OperationalError as fault:
        raise Refusal(f"The database cannot be used: {fault}".strip()) from None
