"""Where an endpoint stands and what it may be sent, as an administrator writes it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import SplitResult, urlsplit

LOOPBACK_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})
SECONDS = 30.0


class WrongEndpoint(ValueError):
    """A setting that cannot be used; `str(error)` is a sentence with the mend, and never holds the key."""


@dataclass(frozen=True)
class EndpointSettings:
    """`url` is the base that `/chat/completions` is added to; `seconds` are for the whole exchange."""

    url: str = ""
    model: str = ""
    key: str = field(default="", repr=False)
    elsewhere: bool = False
    seconds: float = SECONDS

    @property
    def parts(self) -> SplitResult:
        return urlsplit(self.url)

    @property
    def is_elsewhere(self) -> bool:
        """Whether the address names another machine than this one. The name alone is looked at, nothing resolved."""
        return bool(self.url) and self.parts.hostname not in LOOPBACK_NAMES


def endpoint_settings(environment: Mapping[str, str]) -> EndpointSettings:
    """The settings as an environment holds them. Raises `WrongEndpoint`."""
    found = EndpointSettings(
        url=environment.get("TOCSIN_ENDPOINT_URL", "").strip().rstrip("/"),
        model=environment.get("TOCSIN_ENDPOINT_MODEL", "").strip(),
        key=environment.get("TOCSIN_ENDPOINT_KEY", "").strip(),
        elsewhere=_yes_or_no(environment.get("TOCSIN_ENDPOINT_ELSEWHERE", "")),
        seconds=_seconds(environment.get("TOCSIN_ENDPOINT_SECONDS", "")),
    )
    if found.url:
        _check(found)
    return found


def _yes_or_no(written: str) -> bool:
    if written.strip().lower() not in ("", "no", "yes"):
        raise WrongEndpoint(
            "TOCSIN_ENDPOINT_ELSEWHERE must be yes or no; without it nothing leaves this machine."
        )
    return written.strip().lower() == "yes"


def _seconds(written: str) -> float:
    if not written.strip():
        return SECONDS
    if not written.strip().isascii() or not written.strip().isdigit() or not 1 <= int(written) <= 600:
        raise WrongEndpoint("TOCSIN_ENDPOINT_SECONDS must be a whole number from 1 to 600.")
    return float(written)


def _check(found: EndpointSettings) -> None:
    try:
        parts, port = found.parts, found.parts.port
    except ValueError:
        raise WrongEndpoint(_WRITE_IT) from None
    is_plain = not (parts.query or parts.fragment or parts.username or parts.password)
    if parts.scheme not in ("http", "https") or not parts.hostname or port == 0 or not is_plain:
        raise WrongEndpoint(_WRITE_IT)


_WRITE_IT = "TOCSIN_ENDPOINT_URL cannot be read: write it as http://127.0.0.1:8080/v1, without name, key or query in it."
