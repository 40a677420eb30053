"""What the pages of a mirror load: styles, scripts and drawings."""

import re
from base64 import b64encode
from collections.abc import Iterable
from pathlib import Path

from django.contrib.staticfiles.finders import find

_IN_PAGE = re.compile(r'(?:href|src)="/static/([^"#?]+)')
_DRAWING = re.compile(r'url\("([-\w]+\.svg)"\)')


def loaded_by(pages: Iterable[str]) -> dict[str, bytes]:
    """File -> content, of every static file that a page names."""
    names = {name for page in pages for name in _IN_PAGE.findall(page)}
    found = {name: find(name) for name in names}
    return {f"static/{name}": _content(Path(path)) for name, path in found.items() if isinstance(path, str)}


def _content(file: Path) -> bytes:
    """Drawings are put into the style itself: a browser that reads a folder of files fetches none for it."""
    if file.suffix != ".css":
        return file.read_bytes()
    return _DRAWING.sub(lambda named: _inside(file.with_name(named[1])), file.read_text()).encode()


def _inside(drawing: Path) -> str:
    return f'url("data:image/svg+xml;base64,{b64encode(drawing.read_bytes()).decode()}")'
