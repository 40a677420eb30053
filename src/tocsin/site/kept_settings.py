"""The settings that `tocsin setup` keeps in the data folder. What the environment says wins over them."""

import json
import os
import secrets
import tomllib
from collections.abc import Mapping
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

FILE = "settings.toml"
PREFIX = "TOCSIN_"
_HEAD = (
    "# Written by `tocsin setup`; docs/operators/running.md tells what each line means.\n"
    "# It holds passwords: nobody but the account that runs Tocsin may read it.\n"
)


def kept(data: Path) -> dict[str, str]:
    """Variable -> value; nothing where nothing was set up. Raises ImproperlyConfigured for a file that cannot be read."""
    path = data / FILE
    try:
        read = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except PermissionError:
        raise ImproperlyConfigured(
            f"{path} may not be read by this account: the folder and all in it has to belong to the one that runs Tocsin"
        ) from None
    except (OSError, UnicodeDecodeError) as fault:
        raise ImproperlyConfigured(f"{path} cannot be read: {type(fault).__name__}") from None
    except tomllib.TOMLDecodeError as mistake:
        raise ImproperlyConfigured(f"{path} is not as it was written: {mistake}") from None
    for name, value in read.items():
        if not (name.startswith(PREFIX) and isinstance(value, str)):
            raise ImproperlyConfigured(f'{path}: write {name} as {PREFIX}NAME = "its value"')
    return read


def keep(data: Path, settings: Mapping[str, str]) -> Path:
    """Writes them whole or not at all, for the account that runs us alone."""
    data.mkdir(parents=True, exist_ok=True, mode=0o700)
    # JSON's strings are strings of TOML too, but for one sign that JSON leaves as it is.
    lines = [
        f"{name} = {json.dumps(value, ensure_ascii=False).replace(chr(127), '')}\n"
        for name, value in sorted(settings.items())
    ]
    aside = data / f".{FILE}.{secrets.token_hex(8)}"
    with os.fdopen(
        os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8"
    ) as file:
        file.write(_HEAD + "".join(lines))
        file.flush()
        os.fsync(file.fileno())
    aside.replace(data / FILE)
    return data / FILE


def adopt(data: Path) -> None:
    """Puts them into the environment, for us and whatever we start."""
    for name, value in kept(data).items():
        os.environ.setdefault(name, value)
