"""What every second reader is like."""

from typing import Protocol

from .finding import Finding


class SecondReader(Protocol):
    """Somebody else's reading of a text. `stays_here` is False where the text would leave this machine."""

    @property
    def name(self) -> str: ...

    @property
    def stays_here(self) -> bool: ...

    def read(self, text: str, language: str | None) -> list[Finding]:
        """Claims about the text; `language` is a BCP 47 tag. Raises `OpinionFailed`, in words."""
        ...
