"""What takes long to make of data files, kept beside the compiled modules, as Python keeps those."""

import marshal
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any, TypeVar, cast

Made = TypeVar("Made")


def kept(name: str, sources: Sequence[Path], make: Callable[[], Made]) -> Made:
    """What `make` makes of the sources, from an earlier time where none of them has changed since.

    It holds only what `marshal` writes: lists, tuples, dicts, sets, text and numbers. Nothing is kept where Python may
    keep no compiled modules, and nothing fails where the folder cannot be written.
    """
    # Beside this module: whoever lists a folder of data files finds nothing else there.
    named = f"{sources[0].parent.parent.name}-{name}.kept"
    file = Path(cache_from_source(str(Path(__file__).with_name(named)))).with_suffix(".kept")
    state = [_state(source) for source in sources if source.is_file()]
    try:
        known, made = marshal.loads(file.read_bytes())  # noqa: S302  # as safe as the compiled modules beside it
        if known == state:
            return cast("Made", made)
    except (OSError, ValueError, EOFError, TypeError):
        pass  # kept never, or half
    new: Any = make()
    if not sys.dont_write_bytecode:
        _keep(file, marshal.dumps((state, new)))
    return cast("Made", new)


def _state(source: Path) -> tuple[str, int, int]:
    told = source.stat()
    return source.name, told.st_mtime_ns, told.st_size


def _keep(file: Path, data: bytes) -> None:
    """All of it or nothing: another process may read at the same time."""
    written = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        written.write_bytes(data)
        written.replace(file)
    except OSError:
        with suppress(OSError):
            written.unlink()
