"""The two lists of a mirror: what it is (`mirror.json`), and the digest of every file (`SHA256SUMS`)."""

import hashlib
import json
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

ABOUT, SUMS, SIGNATURE, KEY = "mirror.json", "SHA256SUMS", "SHA256SUMS.sig", "mirror-key.pem"
# What is withdrawn meanwhile stands in a copy no longer than this.
LIFE = timedelta(days=14)
_UNLISTED = {SUMS, SIGNATURE}


@dataclass(frozen=True)
class About:
    """`origin` is the site; the times are ISO 8601; `withdrawn` and `taken_back` as `withdrawn.py` gives them."""

    origin: str
    made_at: str
    ends_at: str
    withdrawn: list[str]
    taken_back: dict[str, str] = field(default_factory=dict)

    def text(self) -> str:
        return json.dumps({"format": "tocsin-mirror", **asdict(self)}, indent=1) + "\n"

    def has_ended(self, now: datetime) -> bool:
        return now > datetime.fromisoformat(self.ends_at)

    def has_taken_back(self, mark: str, older: "About") -> bool:
        """Whether something was taken out of this page after the older copy was made."""
        at = self.taken_back.get(mark)
        return at is not None and datetime.fromisoformat(at) > datetime.fromisoformat(older.made_at)


def about_in(folder: Path) -> About | None:
    """None where the folder holds no mirror, or a list that cannot be read."""
    try:
        told: dict[str, Any] = json.loads((folder / ABOUT).read_text(encoding="utf-8"))
        if told.pop("format", "") != "tocsin-mirror":
            return None
        about = About(**told)
        about.has_ended(datetime.fromisoformat(about.made_at))
        [*map(datetime.fromisoformat, about.taken_back.values())]
    except (OSError, ValueError, TypeError, AttributeError):
        return None
    return about


def files_in(folder: Path) -> list[str]:
    """Every file whose digest is listed, by its way from the folder."""
    found = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return sorted(file for file in found if file not in _UNLISTED)


def sums_of(folder: Path) -> str:
    """As `sha256sum` writes and reads it."""
    return "".join(f"{digest(folder / file)}  {file}\n" for file in files_in(folder))


def digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def mark_of(page: str) -> str:
    """What names 'a/<slug>' or 'c/<slug>' in the list of what was withdrawn."""
    return hashlib.sha256(page.encode()).hexdigest()
