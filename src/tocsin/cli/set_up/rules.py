"""What an answer must be like. Each rule gives it back as it is kept, or raises ValueError with a sentence."""

import re
from email.utils import formataddr, parseaddr

_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_HOST = re.compile(rf"{_LABEL}(?:\.{_LABEL})*")
_IPV6 = re.compile(r"\[[0-9a-f:]+\]")
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")
LOOPBACK = {"localhost", "127.0.0.1", "[::1]"}


def domain(said: str) -> str:
    """A host with its port, if any; a whole web address is taken apart. Other scripts become their ASCII form."""
    bare = re.sub(r"^https?://", "", said.strip().lower()).rstrip("/")
    name, colon, port = bare.rpartition(":") if re.search(r":\d+$", bare) else (bare, "", "")
    if colon and not 0 < int(port) < 65536:
        raise ValueError(f"{port} is no port: write a number from 1 to 65535, or none.")
    name = name if _IPV6.fullmatch(name) else _host(name)
    return f"{name}{colon}{port}"


def host_or_none(said: str) -> str:
    """Of a mail server; empty where mail is not set up yet."""
    return "" if said.strip().lower() in ("", "none", "no") else _host(said)


def port(said: str) -> str:
    given = said.strip()
    if not (given.isascii() and given.isdigit() and 0 < int(given) < 65536):
        raise ValueError("Write a number from 1 to 65535, such as 465 or 587.")
    return given


def yes_or_no(said: str) -> str:
    given = said.strip().lower()
    if given in ("y", "yes"):
        return "yes"
    if given in ("n", "no"):
        return "no"
    raise ValueError("Answer yes or no.")


def line(said: str) -> str:
    """Words on one line; may be empty."""
    if _CONTROL.search(said):
        raise ValueError("Some sign in it cannot be printed: type it anew.")
    return " ".join(said.split())


def paragraph(said: str) -> str:
    """Words on several lines; may be empty."""
    return "\n".join(line(each) for each in said.strip().splitlines())


def secret(said: str) -> str:
    """As it is. Not printed in any refusal."""
    if _CONTROL.search(said) or "\n" in said:
        raise ValueError("Some sign in it cannot be typed: copy it anew.")
    return said


def address(said: str) -> str:
    """A bare mail address."""
    from tocsin.post.header_words import HeaderRefused
    from tocsin.post.header_words import address as checked

    try:
        return checked(said.strip()).decode()
    except HeaderRefused:
        raise ValueError(f"{said.strip()[:80]} is no mail address: write it as you@your.domain.") from None


def address_or_none(said: str) -> str:
    return "" if said.strip().lower() in ("", "none", "no") else address(said)


def sender(said: str) -> str:
    """An address, with a name before it if you like: Appeals <appeals@example.org>."""
    name, bare = parseaddr(line(said))
    address_alone = address(bare or said)
    if not name:
        return address_alone
    return formataddr((name, address_alone)) if name.isascii() else f"{name} <{address_alone}>"


def _host(said: str) -> str:
    name = said.strip().lower().rstrip(".")
    try:
        name = name.encode("idna").decode()
    except UnicodeError:
        name = ""
    if not _HOST.fullmatch(name) or len(name) > 253:
        raise ValueError(f"{said.strip()[:80]} is no host: write it as appeals.example.org, without a path.")
    return name
