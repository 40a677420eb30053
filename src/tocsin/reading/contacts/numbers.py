"""Phone and fax numbers in a text, told from what only looks like one."""

import itertools
import re
from dataclasses import dataclass, replace

_RUN = re.compile(r"(?<![\w@#/\-])(?<!\d[.,])(?:\+ ?)?(?:\( ?\+? ?)?\d[\d ().\-–—/+]{3,}\d(?![\w%@])")
_NEXT = re.compile(r"(?<=\d)[ /]+(?=[(+])|(?<=\d) {2,}|(?<=\d) ?/ ?(?=\d{3})|(?<=\d\d) (?:[-–—]) (?=\d{6})")
_FEWEST_DIGITS = 5
_PHONE = r"tel[eé]?(?:phone|fono|fon|fone)?s?|t[eé]l|phones?|ph|mob(?:ile|il)?|cell|call|tlf|тел(?:ефон)?|[电電]话|hotline|whatsapp|voice|direct ?line|trunk ?line|landline|m[óo]vil"
_FAX = r"t[eé]l[eé]fax|fax(?:es|ed)?|факс|传真|傳真|t[eé]l[eé]copie"
_LABEL = re.compile(
    rf"(?:(?<!\w)(?P<both>(?:{_PHONE})\.?(?: ?[/&] ?| (?:and|et|y|e|und|и) )(?:{_FAX}))|(?<!\w)(?P<fax>{_FAX})|(?<!\w)(?P<phone>{_PHONE}))"
    r"(?!\w)\.?(?: ?(?:no|nr|number|n°|num)s?\.?)?[ :.=–-]{0,4}(?:\([a-z ]{2,20}\)[: ]*)?$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"^ ?[(\[] ?(?:(?P<both>(?:{_PHONE})\.? ?[/&] ?(?:{_FAX}))|(?P<fax>{_FAX})|(?P<phone>{_PHONE}|office|work|home))\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"^[\s,;/|]*(?:(?:or|and|ou|et|oder|und|o|y|e|или|и)\b)?[\s,;/|]*$")
_LOOK_ALIKE = re.compile(
    r"(?:[#№$€£]|\b(?:no|nr|n°|num|number|inmate|prisoner|id|doc|case|index|iban|account|acct|a/c|konto|cuenta|compte|bank|"
    r"box|p\.?o|bp|zip|plz|isbn|issn|art|article|law|resolution|ref|reg|page|pp?|usd|eur|a)\.?)[ :#]*$",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"(?:\d{1,2}[./-]\d{1,2}[./-](?:\d\d){1,2}|(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2}|(?:19|20)\d\d ?[–/-] ?(?:19|20)\d\d)(?:\D|$)"
)
_ZIP_CODE = re.compile(r"\d{5}-\d{4}")
_NORTH_AMERICAN = re.compile(r"(?:\+?1[ .-])?\(?[2-9]\d\d\)?[ .-]\d{3}[ .-]\d{4}")
_TRUNK = re.compile(r"0\d{2,4}[ .-]\d{5,8}|0\d{2,4}[ .-]\d{2,4}[ .-]\d{3,4}")
_BRACKETED = re.compile(r"(?:\+ ?\d{1,3} ?)?\(\+?\d{1,7}\)")


@dataclass(frozen=True)
class Printed:
    """One number as printed. `kind` is phone, fax or both; `sure` where a label or its form says so."""

    start: int
    end: int
    text: str
    kind: str
    labelled: bool
    sure: bool


def find_numbers(text: str) -> list[Printed]:
    """All that may be numbers, in order; labels run on over lists ('Tel: 1, 2 and 3')."""
    found: list[Printed] = []
    for start, end in _pieces(text):
        printed = _read(text, start, end, found[-1] if found else None)
        if printed:
            found.append(printed)
    return _last_of_a_run_is_fax(text, found)


def _pieces(text: str) -> list[tuple[int, int]]:
    pieces = []
    for run in _RUN.finditer(text):
        cuts = [run.start(), *_cuts(run), run.end()]
        pieces += [(a, a + len(text[a:b].rstrip(" -–—/(."))) for a, b in itertools.pairwise(cuts)]
    return pieces


def _cuts(run: re.Match[str]) -> list[int]:
    """Where the next number begins in a run of digits and blanks; '+44 (0)20' goes on."""
    cuts: list[int] = []
    for match in _NEXT.finditer(run[0]):
        so_far = run[0][cuts[-1] - run.start() if cuts else 0 : match.start()]
        goes_on = so_far.startswith("+") or "/" in match[0]
        if not goes_on or sum(c.isdigit() for c in so_far) >= _FEWEST_DIGITS:
            cuts.append(run.start() + match.end())
    return cuts


def _read(text: str, start: int, end: int, previous: Printed | None) -> Printed | None:
    written, before = text[start:end], text[max(0, start - 30) : start]
    digits = sum(c.isdigit() for c in written)
    if not _FEWEST_DIGITS <= digits <= 16 or _DATE.match(written) or _ZIP_CODE.fullmatch(written):
        return None
    label = _LABEL.search(before) or _AFTER.search(text[end : end + 14])
    if label is None and previous and previous.labelled and _BETWEEN.match(text[previous.end : start]):
        return Printed(start, end, written, previous.kind, True, True)
    if label is None and (_LOOK_ALIKE.search(before) or digits < (7 if _is_sure(written) else 9)):
        return None
    kind = next((k for k, v in label.groupdict().items() if v), "phone") if label else "phone"
    return Printed(start, end, written, kind, bool(label), bool(label) or _is_sure(written))


def _is_sure(written: str) -> bool:
    return (
        written.startswith(("+", "00"))
        or bool(_TRUNK.fullmatch(written))
        or bool(_BRACKETED.match(written) or _NORTH_AMERICAN.fullmatch(written))
    )


def _last_of_a_run_is_fax(text: str, found: list[Printed]) -> list[Printed]:
    """'(331)-45615200 (331)-45615201': in lists without labels the fax stands last, after a blank alone."""
    return [replace(n, kind="fax") if _ends_a_run(text, found, i) else n for i, n in enumerate(found)]


def _ends_a_run(text: str, found: list[Printed], i: int) -> bool:
    return (
        i > 0
        and _follows(text, found[i - 1], found[i])
        and not (i + 1 < len(found) and _follows(text, found[i], found[i + 1]))
    )


def _follows(text: str, a: Printed, b: Printed) -> bool:
    """Both without a label, and only blanks between them."""
    between = text[a.end : b.start]
    bare = not a.labelled and not b.labelled and a.sure and b.sure
    return bare and between.isspace() and "\n" not in between
