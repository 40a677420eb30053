"""Settings as an administrator writes them, read with a sentence where one is wrong."""

import os
import secrets
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from tocsin.opinions.endpoint_settings import EndpointSettings, WrongEndpoint, endpoint_settings
from tocsin.opinions.reader_names import READER_NAMES, ReaderName
from tocsin.post.provider.names import PROVIDERS, SIGNING, ProviderName

SQLITE = "tocsin.sqlite3"
# Seconds until a page says that the database is away, and until a try to reach it is given up for the next.
LONGEST_CONNECT = 5
# Seconds: to open a connection SQLite reads the whole schema, and the last one that closes empties the log of writes.
KEPT_OPEN = 60
# The log of writes is written back between commits (`site/sqlite`); only where that comes too late, by the commit that finds 100 MB in it.
# What it grew beyond 4 MB is given back, since erased words may stand there.
_LOG = "PRAGMA wal_autocheckpoint=25000; PRAGMA journal_size_limit=4194304;"
# As many connections as threads ask for at most (`tocsin work --threads`), so that none waits for another's letter to leave.
POOL = {"min_size": 2, "max_size": 72, "timeout": LONGEST_CONNECT, "reconnect_timeout": LONGEST_CONNECT}
# For a page of twenty rows PostgreSQL would start a second process, or compile the query, longer than it takes to answer.
_SHORT_QUERIES = "-c max_parallel_workers_per_gather=0 -c jit=off"


def text(name: str, default: str) -> str:
    return os.environ.get(name, default).strip()


def yes(name: str) -> bool:
    return text(name, "no").lower() in ("yes", "true", "1", "on")


def number(name: str, default: int, least: int = 0, most: int | None = None) -> int:
    """A whole number, within its bounds."""
    given = text(name, str(default))
    if not (given.isascii() and given.isdigit()):
        raise ImproperlyConfigured(f"{name} is '{given}': write a whole number, such as {default}")
    if int(given) < least or (most is not None and int(given) > most):
        raise ImproperlyConfigured(f"{name} is {given}: write a number from {least} to {most}")
    return int(given)


def languages(name: str, offered: Mapping[str, str]) -> list[tuple[str, str]]:
    """(code, its own name) of those that an administrator lists, the first for whoever likes none; all unless she lists some."""
    given = text(name, "").replace(",", " ").lower().split() or list(offered)
    if unknown := [code for code in given if code not in offered]:
        raise ImproperlyConfigured(
            f"{name} names {', '.join(unknown)}: this installation speaks {', '.join(offered)}"
        )
    return [(code, offered[code]) for code in dict.fromkeys(given)]


def folder(name: str, default: str) -> Path:
    return Path(text(name, default)).resolve()


def file(name: str) -> Path | None:
    """None where it is not set."""
    given = text(name, "")
    return Path(given).resolve() if given else None


def secret_key(data: Path) -> str:
    """`TOCSIN_SECRET_KEY`, else the key kept in the data folder, made at the first start."""
    if given := text("TOCSIN_SECRET_KEY", ""):
        return given
    kept = data / "secret.key"
    if not kept.exists():
        data.mkdir(parents=True, exist_ok=True, mode=0o700)
        _make_secret(kept)
    return kept.read_text()


def _make_secret(path: Path) -> None:
    """Written aside and linked, so that of two processes that start together one wins and none reads half."""
    aside = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    with os.fdopen(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(secrets.token_urlsafe(48))
    with suppress(FileExistsError):
        os.link(aside, path)
    aside.unlink()


def hosts(public_url: str) -> list[str]:
    """The public host, and loopback for the machine's own checks."""
    host = urlsplit(public_url).hostname
    if not host:
        raise ImproperlyConfigured(
            f"TOCSIN_PUBLIC_URL is '{public_url}': write it whole, such as https://appeals.example.org"
        )
    return [host, "127.0.0.1", "localhost", "[::1]"]


def database(data: Path) -> dict[str, Any]:
    """`TOCSIN_DATABASE_URL` (postgresql://user:password@host:port/name), else SQLite in the data folder."""
    url = text("TOCSIN_DATABASE_URL", "")
    return postgresql(url) if url else sqlite(data)


def sqlite(data: Path) -> dict[str, Any]:
    return {
        "ENGINE": "tocsin.site.sqlite",
        "NAME": str(data / SQLITE),
        "CONN_MAX_AGE": KEPT_OPEN,
        "OPTIONS": {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": f"PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA secure_delete=ON; {_LOG}",
        },
    }


def postgresql(url: str) -> dict[str, Any]:
    parts = urlsplit(url)
    if parts.scheme not in ("postgresql", "postgres") or not parts.path.strip("/"):
        raise ImproperlyConfigured(
            "TOCSIN_DATABASE_URL must read postgresql://user:password@host:port/database"
        )
    return {
        "ENGINE": "tocsin.site.postgresql",
        "NAME": parts.path.strip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "OPTIONS": {"pool": POOL, "connect_timeout": LONGEST_CONNECT, "options": _SHORT_QUERIES},
    }


def second_opinion() -> ReaderName | None:
    """`TOCSIN_SECOND_OPINION`: which second reader the desk may ask; none unless it is set."""
    given = text("TOCSIN_SECOND_OPINION", "none").lower() or "none"
    if given == "none":
        return None
    for name in READER_NAMES:
        if name == given:
            return name
    raise ImproperlyConfigured(f"TOCSIN_SECOND_OPINION must be none, {', '.join(READER_NAMES)}")


def mail_provider() -> ProviderName | None:
    """`TOCSIN_MAIL_PROVIDER`: whose events about our mail are taken; nobody's unless it is set with what proves them."""
    given = text("TOCSIN_MAIL_PROVIDER", "none").lower() or "none"
    if given == "none":
        return None
    for name in PROVIDERS:
        if name == given:
            proof = f"TOCSIN_MAIL_PROVIDER_{'KEY' if name in SIGNING else 'SECRET'}"
            if missing := [needed for needed in (proof, "TOCSIN_BOUNCES") if not text(needed, "")]:
                said = f"TOCSIN_MAIL_PROVIDER is {name}: set {' and '.join(missing)} too"
                raise ImproperlyConfigured(f"{said} (docs/operators/sending.md)")
            return name
    raise ImproperlyConfigured(f"TOCSIN_MAIL_PROVIDER must be none, {', '.join(PROVIDERS)}")


def endpoint() -> EndpointSettings:
    """Where the second reader 'endpoint' stands and what it may be sent."""
    try:
        return endpoint_settings(os.environ)
    except WrongEndpoint as mistake:
        raise ImproperlyConfigured(str(mistake)) from None


def logging() -> dict[str, Any]:
    """Warnings to stderr. No request line is logged: it would carry addresses of people."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"without_people": {"()": "tocsin.site.log_format.WithoutPeople"}},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "without_people"}},
        "root": {"handlers": ["stderr"], "level": "WARNING"},
        "loggers": {
            # Django would add a handler of its own to these.
            "django": {"handlers": [], "level": "WARNING", "propagate": True},
            "django.request": {"level": "ERROR"},
            # A refused form or host is everyday noise, and its address may hold a key.
            "django.security": {"level": "CRITICAL"},
            "tocsin": {"level": "INFO"},
        },
    }
