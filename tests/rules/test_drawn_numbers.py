"""A number in a drawing is written with a point, whatever its reader's language: browsers read "41,6" as nothing."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src/tocsin"
TEMPLATES = [
    path for path in SOURCE.glob("*/templates/**/*.html") if "<svg" in path.read_text(encoding="utf-8")
]
_SVG = re.compile(r"<svg.*?</svg>", re.DOTALL)
_DRAWN = re.compile(r'\s(?:c?[xy][12]?|r|d|points|viewBox|transform|width|height)="[^"]*\{\{[^"]*"')


def localized(text: str) -> Iterator[str]:
    """What is drawn by numbers that are written as the language has them."""
    for drawing in _SVG.finditer(text):
        for found in _DRAWN.finditer(drawing[0]):
            before = text[: drawing.start() + found.start()]
            is_off = before.count("{% localize off %}") > before.count("{% endlocalize %}")
            if not is_off and not re.search(r"\|(?:unlocalize|stringformat)", found[0]):
                yield found[0].strip()


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_numbers_of_a_drawing_are_the_same_in_every_language(path: Path) -> None:
    assert list(localized(path.read_text(encoding="utf-8"))) == []
