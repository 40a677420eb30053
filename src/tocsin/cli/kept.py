"""What is kept in the data folder, for commands that ask before anything is loaded."""

from pathlib import Path

from .refusals import Refusal


def kept_or_refusal(folder: Path) -> dict[str, str]:
    """Variable -> value, of settings.toml."""
    from django.core.exceptions import ImproperlyConfigured

    from tocsin.site.kept_settings import kept

    try:
        return kept(folder)
    except ImproperlyConfigured as mistake:
        raise Refusal(str(mistake)) from None
