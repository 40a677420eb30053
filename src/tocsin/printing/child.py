"""Sets one sheet in a process of its own: `python -m tocsin.printing.child`, JSON in, PDF out."""

import json
import sys
from datetime import UTC, datetime

import typst


def main() -> None:
    """Reads {"template", "fonts", "made_on", "data"} from stdin, writes the PDF to stdout."""
    given = json.load(sys.stdin)
    pdf = typst.compile(
        given["template"],
        format="pdf",
        font_paths=given["fonts"],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(given["data"], ensure_ascii=False)},
        timestamp=datetime.fromisoformat(given["made_on"]).replace(tzinfo=UTC),
    )
    sys.stdout.buffer.write(pdf)


if __name__ == "__main__":
    main()
