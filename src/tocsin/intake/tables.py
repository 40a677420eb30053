"""Lines out of a page's blocks and tables: a row of short cells is one line, as a directory prints it."""

import re

EDGE = "\x00"  # where a block begins or ends; stripped from the page itself beforehand
LONGEST_LINE, LONGEST_ENTRY = 300, 600
_BREAK = re.compile(r"[ \n\x00]*[\n\x00][ \n\x00]*")


def tidied(text: str) -> str:
    """Blocks become lines, with a blank line where one was asked for."""
    text = _BREAK.sub(lambda run: "\n\n" if run[0].count("\n") > 1 else "\n", text)
    lines = [re.sub(r"[ \t]+", " ", line).strip(" ") for line in text.split("\n")]
    kept = ["" if line in ("", "-") else line for line in lines]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip("\n")


class Tables:
    """Words in document order; those of a cell are kept apart until its row ends."""

    def __init__(self) -> None:
        self._open: list[tuple[str, list[str]]] = [("", [])]

    def add(self, words: str) -> None:
        self._open[-1][1].append(words)

    def begin(self, tag: str) -> None:
        if tag in ("tr", "td", "th"):
            self._open.append((tag, []))

    def end(self, tag: str) -> None:
        if tag not in ("tr", "td", "th") or len(self._open) < 2:
            return
        words = self._open.pop()[1]
        self.add(_row(words) if tag == "tr" else tidied("".join(words)) + CELL)

    def text(self) -> str:
        return "".join("".join(words) for _, words in self._open).replace(CELL, EDGE)


CELL = "\x01"


def row(cells: list[str]) -> str | None:
    """The cells on one line, as a directory prints them; None where they are too long for that."""
    if sum(map(len, cells)) > LONGEST_LINE or any("\n" in cell for cell in cells):
        return None
    return (": " if len(cells) == 2 and is_label(cells[0]) else "; ").join(cells)


def _row(words: list[str]) -> str:
    """One line where every cell is one; else a block, with blank lines around it where it is short."""
    cells = [cell for cell in (part.strip(" \x00\n") for part in "".join(words).split(CELL)) if cell]
    line = row(cells)
    if line is not None:
        return EDGE + line + EDGE
    if len(cells) > 1 and sum(map(len, cells)) < LONGEST_ENTRY:
        return "\n\n" + "\n".join(re.sub(r"\n+", "\n", cell) for cell in cells) + "\n\n"
    return EDGE + EDGE.join(cells) + EDGE


def is_label(cell: str) -> bool:
    return len(cell) < 40 and not re.search(r"[\d@:]", cell)
