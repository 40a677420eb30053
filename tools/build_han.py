"""Build `src/tocsin/language/data/han.txt`: traditional Chinese characters and, below, the simplified one of each.

Run at development time: `uv pip install -e .[build] && python tools/build_han.py`.
Source: TSCharacters of OpenCC (Apache-2.0), by way of opencc-python-reimplemented; where it gives several, the first.
"""

from importlib.util import find_spec
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "src/tocsin/language/data/han.txt"


def main() -> None:
    package = find_spec("opencc")
    if package is None or package.origin is None:
        raise SystemExit("opencc-python-reimplemented is not installed: uv pip install -e .[build]")
    lines = (Path(package.origin).parent / "dictionary" / "TSCharacters.txt").read_text("utf-8").splitlines()
    pairs = [(old, new.split(" ")[0]) for old, new in (line.split("\t") for line in lines)]
    pairs = [(old, new) for old, new in pairs if len(old) == len(new) == 1 and old != new]
    TARGET.write_text(
        "".join(a for a, _ in pairs) + "\n" + "".join(b for _, b in pairs) + "\n", encoding="utf-8"
    )


if __name__ == "__main__":
    main()
