"""Loading the installation for commands that need its database."""

import os
from pathlib import Path

from .refusals import Refusal


def load(data: Path | None = None, port: int | None = None) -> None:
    """Reads the settings, from the environment and what the command line says. Ends with a sentence if wrong."""
    # What we write is for the account that runs us and nobody else.
    os.umask(0o077)
    if data is not None:
        os.environ["TOCSIN_DATA"] = str(data.resolve())
    os.environ["DJANGO_SETTINGS_MODULE"] = "tocsin.site.settings"

    import django
    from django.core.exceptions import ImproperlyConfigured

    from tocsin.site.kept_settings import adopt

    try:
        adopt(data_folder())
        if port is not None:
            os.environ.setdefault("TOCSIN_PUBLIC_URL", f"http://127.0.0.1:{port}")
        django.setup()
    except ImproperlyConfigured as mistake:
        raise Refusal(str(mistake)) from None


def data_folder() -> Path:
    """Where it lies, before any setting is read."""
    return Path(os.environ.get("TOCSIN_DATA", "").strip() or "tocsin-data").resolve()


def prepare_database() -> None:
    """Brings the tables up to this version."""
    from django.core.management import call_command
    from django.db import OperationalError

    try:
        call_command("migrate", interactive=False, verbosity=0)
    except OperationalError as fault:
        raise Refusal(f"The database cannot be used: {fault}".strip()) from None
