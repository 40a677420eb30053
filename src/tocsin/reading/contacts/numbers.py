"""Phone and fax numbers in a text, told from what only looks like one."""

import itertools
import re
from dataclasses import dataclass, replace
from functools import lru_cache

_RUN = re.compile(
    r"(?<![\w@#/\-])(?<!\d[.,])(?:\+ ?)?(?:\( ?\+? ?)?\d[\d ().\-–—/+]{3,}\d(?![\d_%@a-zа-яё]|[^\W\d_](?![a-zа-яё]{1,9}))"
)
_NEXT = re.compile(r"(?<=\d)[ /]+(?=[(+])|(?<=\d) {2,}|(?<=\d) ?/ ?(?=\d{2,})|(?<=\d\d) (?:[-–—]) (?=\d{6})")
_GOES_ON = re.compile(r"\+|0|[178] ?$")
_FEWEST_DIGITS = 5
_FEWEST_BEFORE_A_STROKE = 7
_PHONE = (
    r"tel[eé]?(?:phone|fono|fon|fone|foon)?(?:nummer|nr)?s?|t[eé]l(?:[eé]phone)?s?|telf|tfno?|tl?f|tlm|phones?|ph|"
    r"mob(?:ile|il)?|m[oó]vil|cell?(?:ulare?|s)?|cels|celular|handy|gsm|portable|call|dial|whats ?app|viber|signal|voice|"
    r"(?:direct |trunk |land|hot|tele)line|switchboard|centralino|rufnummer|durchwahl|тел(?:ефон\w*)?|моб|вайбер|вотсап"
)
_FAX = r"t[eé]l[eé]fax|fax(?:es|ed|nummer)?|fa[ck]simil[eé]s?|(?:tele)?faks|факс\w*|t[eé]l[eé]copie(?:ur)?"
_HAN_PHONE, _HAN_FAX = r"[电電]话|電話|手[机機]|[热熱][线線]", r"传真|傳真"
_LETTER = r"(?:(?P<fax{0}>[fф])|(?P<phone{0}>[tpmт]))"
_AFTER_LABEL = (
    r"\.?(?: ?(?:no|nr|numbers?|n°|n\.º|num|are|is|al|au|at|on|with|à|en|по|№)s?\.?){0,2}[ :：;.=*_–-]{0,6}"
    r"(?:[(\[][^()\[\]\d]{1,20}[)\]][: ]*|\[\d{1,3}\] ?)?$"
)
_LABEL = re.compile(
    rf"(?:(?<![^\W\d])(?P<both>(?:{_PHONE})\.?(?: ?[/&+,-] ?| (?:and|et|y|e|und|и|og|a|o|ou) )(?:{_FAX})|(?:{_FAX}) ?[/&] ?(?:{_PHONE}))(?!\w)|"
    rf"(?<![^\W\d])(?P<fax>{_FAX})(?!\w)|(?<![^\W\d])(?P<phone>{_PHONE})(?!\w)|(?P<han_both>(?:{_HAN_PHONE})[/及、和](?:{_HAN_FAX}))|"
    rf"(?P<han_fax>{_HAN_FAX})|(?P<han_phone>{_HAN_PHONE})|(?<![\w.]){_LETTER.format('1')}(?=[.:)])|\({_LETTER.format('2')}\))\)?"
    + _AFTER_LABEL,
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"^ ?[(\[] ?(?:(?P<both>(?:{_PHONE})\.? ?[/&] ?(?:{_FAX}))|(?P<fax>{_FAX}|f)|(?P<phone>{_PHONE}|office|work|home|t|p))\b[^)\]\d]{{0,12}}[)\]]",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"^[\s,;/|、；]*(?:\([^()\d]{1,40}\)[\s,;/|]*)?(?:(?:or|and|ou|et|oder|und|o|y|e|или|и|eller|og|nebo|a|或)\b)?[\s,;/|]*$"
)
_LOOK_ALIKE = re.compile(
    r"(?:[#№$€£]|\b(?:no|nr|n°|num|number|inmate|prisoner|id|doc|case|index|iban|account|acct|a/c|konto|cuenta|compte|bank|"
    r"box|p\.?o|bp|zip|plz|isbn|issn|art|article|law|resolution|ref|reg|page|pp?|usd|eur|a)\.?)[ :#]*$",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"(?:\d{1,2}[./-]\d{1,2}[./-](?:\d\d){1,2}|(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2}|(?:19|20)\d\d ?[–/-] ?(?:19|20)\d\d|\d{1,3}/\d{1,4}/(?:19|20)\d\d)(?:\D|$)"
)
_ZIP_CODE = re.compile(r"\d{5}-\d{4}")
_NORTH_AMERICAN = re.compile(r"(?:\+?1[ .-])?\(?[2-9]\d\d\)?[ .-]{1,2}\d{3}[ .-]{1,2}\d{4}")
_TRUNK = re.compile(r"0\d{1,4}(?:[ .\-/–]{1,3}\d{2,8}){1,5}")
_BRACKETED = re.compile(r"(?:\+ ?\d{1,3} ?|8 ?)?\(\+?\d[\d -]{0,12}\)")
_PAIRS = re.compile(r"0\d(?:/\d\d){4}")
_COLON = re.compile(r"[^\d][:–—-] ?$")  # 'Phone of the police station: 650-99-03'
_COUNTRY_CODE = re.compile(r"\d{2,3} ?")
_LONGEST_LABEL, _LONGEST_SENTENCE = 40, 160
REMEMBERED = 64  # a number is cut from its run, then read
_SENTENCE_END = re.compile(r"[.!?] (?=[^\W\da-z])|\n")
_WAY = re.compile(
    rf"(?<!\w)(?:(?P<fax>(?:{_FAX}|fax\w{{1,6}})(?!\w)(?! ?[:.]))|(?:{_PHONE}|calls|calling|ring|appel\w*|llam\w*|anruf\w*|ligu\w*|telefona\w*|звон\w*)(?!\w))",
    re.IGNORECASE,
)


_FARTHEST_HEADING = 400
_HEADING = re.compile(
    rf"^(?:[^\W\d]+[ \n]){{0,5}}(?:(?P<fax>{_FAX})|{_PHONE})(?:[ ][^\W\d]+){{0,4}} ?:[ \n]*\n",
    re.IGNORECASE | re.MULTILINE,
)


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
        pieces += [_trimmed(text, a, b) for a, b in itertools.pairwise(cuts)]
    return pieces


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Without the signs behind it, and without a bracket that opens the number and closes after it."""
    written = text[start:end].rstrip(" -–—/(.")
    body = written.lstrip("( ") if ")" not in written else written
    return start + len(written) - len(body), start + len(written)


def _is_labelled(text: str, position: int) -> bool:
    return _label_of(text[max(0, position - _LONGEST_LABEL) : position]) is not None


@lru_cache(REMEMBERED)
def _label_of(before: str) -> re.Match[str] | None:
    return _LABEL.search(before)


def _cuts(run: re.Match[str]) -> list[int]:
    """Where the next number begins in a run of digits and blanks; '+44 (0)20', 'Tel: 90 (0312) 417' and '04/77/71/42/78' go on."""
    cuts: list[int] = []
    for match in _NEXT.finditer(run[0]):
        so_far = run[0][cuts[-1] - run.start() if cuts else 0 : match.start()]
        is_code = not cuts and _COUNTRY_CODE.fullmatch(so_far) is not None
        if (is_code and _is_labelled(run.string, run.start())) or _PAIRS.search(run[0]):
            continue
        fewest = _FEWEST_BEFORE_A_STROKE if "/" in match[0] else _FEWEST_DIGITS
        goes_on = bool(_GOES_ON.match(so_far)) or "/" in match[0]
        if not goes_on or sum(c.isdigit() for c in so_far) >= fewest:
            cuts.append(run.start() + match.end())
    return cuts


def _read(text: str, start: int, end: int, previous: Printed | None) -> Printed | None:
    written, before = text[start:end], text[max(0, start - _LONGEST_LABEL) : start]
    digits = sum(c.isdigit() for c in written)
    if not _FEWEST_DIGITS <= digits <= 16 or _is_dated(written) or _ZIP_CODE.fullmatch(written):
        return None
    label = _label_of(before) or _AFTER.search(text[end : end + 24])
    if label is None and previous and previous.labelled and _BETWEEN.match(text[previous.end : start]):
        return Printed(start, end, written, previous.kind, True, True)
    ways = _ways(text, start) if label is None else []
    labelled = bool(label or (ways and _COLON.search(before)))
    fewest = _FEWEST_DIGITS if labelled else 7 if _is_sure(written) else 9
    if digits < fewest or (not (label or ways) and _LOOK_ALIKE.search(before)):
        return None
    if label is None and _is_under_faxes(text[max(0, start - _FARTHEST_HEADING) : start]):
        return Printed(start, end, written, "fax", True, True)
    kind = "fax" if ways and all(way["fax"] for way in ways) else _kind(label)
    return Printed(start, end, written, kind, labelled, labelled or _is_sure(written))


def _is_under_faxes(before: str) -> bool:
    """'The fax numbers are:' on a line of its own; a heading of phones below it ends the list."""
    headings = list(_HEADING.finditer(before))
    return bool(headings) and headings[-1]["fax"] is not None


def _is_dated(written: str) -> bool:
    return bool(_DATE.match(written)) and not _PAIRS.fullmatch(written)


def _ways(text: str, start: int) -> list[re.Match[str]]:
    """The ways that a sentence names before a number: 'fax the Minister of Justice on ...', 'faxes to the court (...) and to the prefect (...)'."""
    sentence = _SENTENCE_END.split(text[max(0, start - _LONGEST_SENTENCE) : start])[-1]
    return list(_WAY.finditer(sentence))


def _kind(label: re.Match[str] | None) -> str:
    """Groups of the labels are named after their kind: fax, fax1, han_fax."""
    name = next((name for name, said in label.groupdict().items() if said), "phone") if label else "phone"
    return next(kind for kind in ("both", "fax", "phone") if kind in name)


def _is_sure(written: str) -> bool:
    return (
        written.startswith(("+", "00"))
        or (bool(_TRUNK.fullmatch(written)) and 9 <= sum(c.isdigit() for c in written) <= 12)
        or bool(_BRACKETED.match(written) or _NORTH_AMERICAN.fullmatch(written))
    )


def _last_of_a_run_is_fax(text: str, found: list[Printed]) -> list[Printed]:
    """'(331)-45615200 (331)-45615201': in lists without labels the fax stands last, after a blank alone."""
    return [replace(n, kind="fax") if _ends_a_run(text, found, i) else n for i, n in enumerate(found)]


def _ends_a_run(text: str, found: list[Printed], i: int) -> bool:
    fax_follows = i + 1 < len(found) and found[i + 1].labelled and found[i + 1].kind == "fax"
    return (
        i > 0
        and not fax_follows
        and _follows(text, found[i - 1], found[i])
        and not (i + 1 < len(found) and _follows(text, found[i], found[i + 1]))
    )


def _follows(text: str, a: Printed, b: Printed) -> bool:
    """Both without a label, and only blanks between them."""
    between = text[a.end : b.start]
    bare = not a.labelled and not b.labelled and a.sure and b.sure
    return bare and between.isspace() and "\n" not in between
