"""Where `build_places.py` reads tables edited by hand and writes sorted files of names."""

import csv
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

LANGUAGE_DATA = Path(__file__).resolve().parent.parent / "src/tocsin/language/data"
PLACES = LANGUAGE_DATA / "places"


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    return tuple(csv.DictReader((LANGUAGE_DATA / name).read_text().splitlines()))


def subdivisions(folder: Path, language: str = "") -> Iterator[tuple[str, str, str]]:
    """('en', 'usca', 'California'), in one language or in all."""
    for file in sorted(folder.glob(f"{language or '*'}/*.json")):
        names = json.loads(file.read_text())["subdivisions"]["localeDisplayNames"]["subdivisions"]
        yield from ((file.stem, part, name) for part, name in names.items() if len(part) > 2)


def write_names(file: str, names: dict[str, str], sources: str, by: str = "build_places.py") -> None:
    """Sorted by the bytes of the key, as `SortedNames` expects; the first line names the sources."""
    lines = [f"#built by tools/{by}\t{sources}"]
    lines += [f"{key}\t{names[key]}" for key in sorted(names, key=str.encode) if key]
    (PLACES / file).write_text("\n".join(lines) + "\n")
    print(f"{file}: {len(names):,} names, {(PLACES / file).stat().st_size:,} bytes")
