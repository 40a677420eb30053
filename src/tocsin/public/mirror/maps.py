"""A map in a page of a mirror carries its shapes: a browser that reads a folder of files draws from no other file."""

import re
from functools import cache
from pathlib import Path

from django.contrib.staticfiles.finders import find

_DRAWN_FROM = re.compile(r'href="/static/look/world\.svg#([-\w]+)"')
_SHAPE = re.compile(r'<path id="([-\w]+)"[^>]*/>')


def with_shapes(html: str) -> str:
    """Those that the page draws, once, at its end; a page without a map stays as it is."""
    wanted = set(_DRAWN_FROM.findall(html))
    if not wanted:
        return html
    shapes = "".join(shape for name, shape in _shapes().items() if name in wanted)
    held = f'<svg class="visually-hidden" aria-hidden="true"><defs>{shapes}</defs></svg></body>'
    return _DRAWN_FROM.sub(r'href="#world-\1"', html).replace("</body>", held)


@cache
def _shapes() -> dict[str, str]:
    """Name -> path, named apart from what else the page holds."""
    drawing = find("look/world.svg")
    text = Path(drawing).read_text() if isinstance(drawing, str) else ""
    return {
        found[1]: found[0].replace(f'id="{found[1]}"', f'id="world-{found[1]}"')
        for found in _SHAPE.finditer(text)
    }
