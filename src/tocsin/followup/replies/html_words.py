"""The words of an HTML mail, by Python's own parser: nothing in it is loaded, run or kept."""

from html.parser import HTMLParser

_UNSEEN = {"script", "style", "head", "template"}
_LINES = {"p", "div", "br", "tr", "li", "blockquote", "h1", "h2", "h3", "h4", "table", "ul", "ol", "hr"}


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._unseen += tag in _UNSEEN
        if tag in _LINES:
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._unseen = max(self._unseen - (tag in _UNSEEN), 0)
        if tag == "p":
            self.pieces.append("\n")

    def parse_marked_section(self, i: int, report: int = 1) -> int:
        """Python's own gives up on one whose keyword it does not know: it is passed over like a comment."""
        return self.parse_bogus_comment(i, report=False)

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.pieces.append(" ".join(data.split()) + " " if data.strip() else "")


def html_words(markup: str) -> str:
    """Lines end in LF, never more than one empty line together."""
    words = _Words()
    words.feed(markup)
    words.close()
    lines = [line.strip() for line in "".join(words.pieces).split("\n")]
    kept = [line for at, line in enumerate(lines) if line or (at and lines[at - 1])]
    return "\n".join(kept).strip("\n")
