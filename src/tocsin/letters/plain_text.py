"""Plain text as letters need it."""

import re

_BREAK = re.compile(r"\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")
_INITIAL = re.compile(r"\b[^\W\d_a-z]\.$")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def one_line(text: str) -> str:
    """Line breaks and runs of blanks made one blank."""
    return " ".join(text.split())


def sentence(text: str) -> str:
    """One line with a capital at its beginning and a stop at its end."""
    line = one_line(text).rstrip(";,")
    line = re.sub(r"(?<!\.)\.\.$", ".", line[:1].upper() + line[1:])
    return line if line.endswith((".", "!", "?", "…", "。", "！", "？", "؟", "।")) else f"{line}."


def phrase(text: str) -> str:
    """One line without the stop at its end, to stand inside a sentence; initials keep theirs."""
    line = one_line(text).rstrip(";,")
    return line if _INITIAL.search(line) else line.rstrip(".")


def paragraphs(*texts: str) -> str:
    """Those that are not empty, with a blank line between."""
    return "\n\n".join(text for text in texts if text) + "\n"


def crlf(text: str) -> str:
    """Line breaks of any kind made CRLF, as mail and RFC 6068 want them."""
    return _BREAK.sub("\r\n", text)


def header_value(name: str, text: str) -> str:
    """`text`, fit for a header. Raises ValueError on line breaks and control characters: they could add headers."""
    found = _CONTROL.search(text)
    if found:
        raise ValueError(
            f"{name} must be one line of plain text: take out the character U+{ord(found[0]):04X}."
        )
    return text.strip()


_ADDRESS = re.compile(r"[^\s@,;:<>()\[\]\\\"]{1,64}@[^\s@,;:<>()\[\]\\\"]{1,253}")


def one_address(name: str, text: str) -> str:
    """One e-mail address without a display name. Raises ValueError for none, several, or anything else."""
    address = header_value(name, text)
    if not _ADDRESS.fullmatch(address):
        raise ValueError(f"{name} must be one e-mail address such as office@example.org, not {address!r}.")
    return address
