"""The fonts of a sheet: those of installed packages and no others, so that the same input gives the same bytes."""

from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from fontTools.ttLib import TTCollection, TTFont

# Package -> family, in the order in which a letter is looked for. The last is the extra `cjk`; Khmer, Tamil and Telugu
# are installed by those who need them.
_PACKAGES = {
    "fontpkg_noto_serif": "Noto Serif",
    "fontpkg_noto_sans": "Noto Sans",
    "fontpkg_noto_sans_arabic": "Noto Sans Arabic",
    "fontpkg_noto_sans_devanagari": "Noto Sans Devanagari",
    "fontpkg_noto_sans_thai": "Noto Sans Thai",
    "fontpkg_noto_sans_khmer": "Noto Sans Khmer",
    "fontpkg_noto_sans_tamil": "Noto Sans Tamil",
    "fontpkg_noto_sans_telugu": "Noto Sans Telugu",
    "noto_cjk_sans_otc": "Noto Sans CJK SC",
}
_UNSEEN = "\n\r\t\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"


@cache
def font_folders() -> tuple[Path, ...]:
    """Where the installed fonts stand."""
    specs = (find_spec(package) for package in _PACKAGES)
    return tuple(Path(spec.origin).parent for spec in specs if spec and spec.origin)


@cache
def families() -> tuple[str, ...]:
    """Those that are installed, in the order in which a letter is looked for."""
    return tuple(family for package, family in _PACKAGES.items() if find_spec(package))


def missing_letters(text: str) -> str:
    """The letters of the text that no installed font holds, each once, in order."""
    return "".join(sorted(set(text) - _covered() - set(_UNSEEN)))


@cache
def _covered() -> frozenset[str]:
    files = (path for folder in font_folders() for path in sorted(folder.rglob("*.tt[fc]")))
    return frozenset(
        chr(code) for path in files for font in _faces(path) for code in font.getBestCmap() or ()
    )


def _faces(path: Path) -> Iterable[TTFont]:
    """The first face of a collection stands for all: they share their letters."""
    return TTCollection(path, lazy=True).fonts[:1] if path.suffix == ".ttc" else [TTFont(path, lazy=True)]
