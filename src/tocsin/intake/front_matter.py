"""The settings that site generators write above a page, between two lines of '---': its title and day count as words."""

import re
from typing import NamedTuple

_BLOCK = re.compile(r"\A\s*---[ \t]*\n((?:[A-Za-z_][\w-]*:[^\n]*\n|[ \t-][^\n]*\n|\n){1,60}?)---[ \t]*\n")
_TITLE = re.compile(r"^title:[ \t]*(.*)$", re.MULTILINE)
_DATE = re.compile(r"^date:[ \t]*[\"']?(\d{4}-\d\d-\d\d)", re.MULTILINE)


class Front(NamedTuple):
    """`page` is what follows the settings: all of it where there are none."""

    title: str | None
    date: str | None
    page: str


def front_matter(markup: str) -> Front:
    block = _BLOCK.match(markup[:8000].replace("\r\n", "\n"))
    if block is None:
        return Front(None, None, markup)
    title, date = _TITLE.search(block[1]), _DATE.search(block[1])
    page = markup.replace("\r\n", "\n")[block.end() :]
    return Front(title[1].strip(" \"'") or None if title else None, date[1] if date else None, page)
