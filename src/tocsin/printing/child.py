"""Sets sheets in a process of its own: `python -m tocsin.printing.child`, a line of JSON in, a line of JSON and a PDF or PNG out.

It stays until its input ends, so that fonts are opened and templates are read once.
"""

import json
import sys
import time
from datetime import UTC, datetime
from functools import cache
from typing import Any, cast

import typst

# An inch of a drawing: two dots to the point.
_DOTS = 144.0


def main() -> None:
    """Reads {"template", "fonts", "made_on", "data"} and perhaps {"form"}, a line each; writes {"size", "cpu_ms"} and the PDF, or {"error"}."""
    out = sys.stdout.buffer
    for line in sys.stdin.buffer:
        said, pdf = _answer(line)
        out.write(json.dumps(said).encode() + b"\n" + pdf)
        out.flush()


def _answer(line: bytes) -> tuple[dict[str, Any], bytes]:
    started = time.process_time()
    try:
        pdf = _set(json.loads(line))
    except (typst.TypstError, RuntimeError, ValueError) as error:
        return {"error": (str(error).strip().splitlines() or ["no reason given"])[-1]}, b""
    return {"size": len(pdf), "cpu_ms": (time.process_time() - started) * 1000}, pdf


def _set(given: dict[str, Any]) -> bytes:
    pdf = _typesetter(given["template"], tuple(given["fonts"])).compile(
        format=given.get("form", "pdf"),
        ppi=_DOTS,
        sys_inputs={"data": json.dumps(given["data"], ensure_ascii=False)},
        timestamp=datetime.fromisoformat(given["made_on"]).replace(tzinfo=UTC),
    )
    return cast(bytes, pdf)


@cache
def _typesetter(template: str, fonts: tuple[str, ...]) -> typst.Compiler:
    return typst.Compiler(template, font_paths=list(fonts), ignore_system_fonts=True)


if __name__ == "__main__":
    main()
