"""What is kept in the data folder, for commands that ask before anything is loaded."""

import os
from pathlib import Path

from .refusals import Refusal

DATABASE_URL = "TOCSIN_DATABASE_URL"


def database_url(folder: Path) -> str:
    """Where PostgreSQL is; empty for SQLite in the folder."""
    return setting(DATABASE_URL, folder)


def setting(name: str, folder: Path) -> str:
    """As the environment has it, else as it is kept; empty for none."""
    return os.environ.get(name, kept_or_refusal(folder).get(name, "")).strip()


def kept_or_refusal(folder: Path) -> dict[str, str]:
    """Variable -> value, of settings.toml."""
    from django.core.exceptions import ImproperlyConfigured

    from tocsin.site.kept_settings import kept

    try:
        return kept(folder)
    except ImproperlyConfigured as mistake:
        raise Refusal(str(mistake)) from None


def require_installation(folder: Path) -> None:
    """Ends with a sentence where there is none: whoever asks of one that she has not named would be told of another."""
    if not (database_url(folder) or (folder / "tocsin.sqlite3").exists()):
        raise Refusal(
            f"There is no installation in {folder}. Name its folder by --data or TOCSIN_DATA, or begin with: tocsin setup"
        )
