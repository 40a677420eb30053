"""In a template that extends another, what is set outside a block is lost: nothing tells that a drawing lost its file."""

import re
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src/tocsin"
EXTENDING = [
    path for path in SOURCE.glob("*/templates/**/*.html") if path.read_text().startswith("{% extends")
]
SETS = re.compile(r"{%[^%]* as \w+ %}")
BLOCKS = re.compile(r"{% block .*{% endblock %}", re.DOTALL)


@pytest.mark.parametrize("path", EXTENDING, ids=lambda path: path.stem)
def test_nothing_is_set_outside_a_block(path: Path) -> None:
    assert SETS.findall(BLOCKS.sub("", path.read_text())) == []
