"""What a text wants with an address: protest to it, copy it, send it solidarity, ask it, write to a prisoner."""

import re
from dataclasses import dataclass

from tocsin.language.phrases import Hit
from tocsin.reading.contacts.offices import MISSION_KINDS, Office
from tocsin.reading.contacts.sheet import Sheet

TELLING = (
    "nothing", "copy_to", "prisoner", "solidarity_to", "organiser", "target", "addressed", "heading", "outside", "direct", "letter",
)  # fmt: skip
TO_HEAD = frozenset({"addressed", "heading"})  # they count at the head of a line
PLAIN_ROLES = frozenset(TELLING[:6])
AUTHORITIES = frozenset(
    [
        "embassy",
        "consulate",
        "permanent_mission",
        "head_of_state",
        "head_of_government",
        "ministry",
        "prosecutor",
        "police",
        "court",
        "prison",
        "local_authority",
        "parliament",
        "other",
        "company",
    ]
)
OF_POWER = frozenset({"prosecutor", "court", "police"})  # whom nobody sends solidarity
OF_STATE = AUTHORITIES - {"other", "company", "ministry", "court"}
_LABEL_AFTER = re.compile(r"s?\s*(?:[:.(+]|(?:no|nr|number)\b)", re.IGNORECASE)
_NOUN = re.compile(r"(?:fax|e-?mail|telephone|phone|tel)s?$", re.IGNORECASE)
_BY = re.compile(r"\b(?:by|via|per|par|por|or|and|his|her|their|an?|the|for|[,/]) ?$", re.IGNORECASE)
_OBJECT = re.compile(r" (?:the|your) ")
_NOTHING_BETWEEN = re.compile(r"[\s,:(]*(?:please)?[\s,:(]*", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[.!?;:。！？；]")
_PARAGRAPH = re.compile(r"[^;]+")
_LETTERS = re.compile(r"[^\W\d_]+(?:['’]t)?")
_CALL_ON = re.compile(
    r"(?<=call) (?:on|upon|for|it|itself|themselves|him|her)\b", re.IGNORECASE
)  # 'we call on the President to'
_SMALL_WORDS_ONLY = re.compile(r" (?:the|your|our|his|her|their)(?: [\w()'’-]+){1,4} ")
_NEAR, _ADDRESS_LINES = 12, 7
_LONGEST_HEADING, _LONGEST_TITLE = 120, 30
_NEAR_OUTSIDE = 30
_MARK_NEAR = 60


@dataclass(frozen=True)
class Cue:
    """`role` is a role of the draft schema, or outside, direct, letter, which become one by what follows."""

    role: str
    start: int
    end: int


def find_cues(sheet: Sheet) -> list[Cue]:
    """Cues in order; where two overlap the more telling one stays."""
    text = _one_paragraph_at_a_time(sheet)
    hits = [
        Cue(hit.code, part.start() + hit.start, part.start() + hit.end)
        for lexicon in sheet.words.lexicons
        for part in _PARAGRAPH.finditer(text)
        for hit in lexicon.cues("roles").find(part[0])
    ]
    kept: list[Cue] = []
    taken = bytearray(len(text))
    nots = sheet.words.words("nots")
    for cue in sorted(hits, key=lambda c: (TELLING.index(c.role), c.start, -c.end)):
        if (
            not any(taken[cue.start : cue.end])
            and not _is_label(text, cue)
            and not _is_denied(text, cue, nots)
            and (cue.role not in TO_HEAD or _heads_line(sheet, cue))
        ):
            taken[cue.start : cue.end] = b"\1" * (cue.end - cue.start)
            kept.append(cue)
    return _without_echoes(text, sorted(kept, key=lambda c: c.start))


def _is_label(text: str, cue: Cue) -> bool:
    """'Fax: ...', 'e-mail x@y': the name of a channel, not a request."""
    if cue.role != "direct":
        return False
    noun = _NOUN.search(text[cue.start : cue.end])
    if noun and text[cue.end : cue.end + 2].lstrip()[:1] == ";":
        return True
    return bool(_LABEL_AFTER.match(text, cue.end)) or bool(
        noun and not _OBJECT.match(text, cue.end) and _BY.search(text[max(0, cue.start - 8) : cue.start])
    )


def _is_denied(text: str, cue: Cue, nots: frozenset[str]) -> bool:
    """'do NOT call the consulate', 'ya no escriban al ministro'."""
    if cue.role in ("nothing", "copy_to"):
        return False
    if cue.role == "direct" and _CALL_ON.match(text, cue.end):
        return True
    before = _CLAUSE_END.split(text[max(0, cue.start - _NEAR) : cue.start])[-1]
    return any(word.lower() in nots for word in _LETTERS.findall(before)[-2:])


def _without_echoes(text: str, cues: list[Cue]) -> list[Cue]:
    """'For information contact ...': the second verb belongs to the first cue."""
    kept: list[Cue] = []
    for cue in cues:
        between = text[kept[-1].end : cue.start] if kept else ""
        echoes = kept and cue.role in ("direct", "letter") and _NOTHING_BETWEEN.fullmatch(between)
        if kept and cue.role == "addressed" and _NOTHING_BETWEEN.fullmatch(between):
            continue
        kept[-1:] = [Cue(kept[-1].role, kept[-1].start, cue.end)] if echoes else [*kept[-1:], cue]
    return kept


def _one_paragraph_at_a_time(sheet: Sheet) -> str:
    """The blotted text; line feeds that end a paragraph become a sign over which no cue reaches."""
    letters = list(sheet.marks.blotted)
    for index in range(len(sheet.page.lines) - 1):
        sign = " " if sheet.page.is_wrapped(index) else ";"
        for position in range(sheet.page.end_of(index), sheet.page.starts[index + 1]):
            letters[position] = sign
    return "".join(letters)


def heads_line(hits: list[Hit]) -> bool:
    """'To the Minister ...'."""
    return any(hit.start == 0 and hit.code in TO_HEAD for hit in hits)


def role_of(sheet: Sheet, cue: Cue, offices: list[Office], has_marks: bool) -> str | None:
    """The role that a cue gives to what follows it, None where nothing of its kind follows."""
    near = [
        o for o in offices if o.whole_start - cue.end <= (_NEAR_OUTSIDE if cue.role == "outside" else _NEAR)
    ]
    if cue.role == "nothing":
        return None
    if cue.role in TO_HEAD:
        return "target" if _is_addressed(sheet, cue, near) else None
    if cue.role == "outside":
        return "target" if near and near[0].kind in MISSION_KINDS else None
    if cue.role == "direct":
        return _role_of_request(near or _behind_small_words(sheet, cue, offices), has_marks)
    if cue.role == "organiser":
        return "target" if near and near[0].kind in OF_STATE else cue.role
    if cue.role == "letter":
        is_item = sheet.marks.within(cue.end, cue.end + _MARK_NEAR) or (
            near and _is_what_it_is_about(sheet, cue)
        )
        return "target" if is_item else None
    return cue.role


def title_start(sheet: Sheet, cue: Cue) -> int:
    """Where offices begin: behind the cue, or at the title that it ends with, 'Письмо президенту'."""
    if cue.role not in ("addressed", "heading", "letter"):
        return cue.end
    titles = sheet.words.find("kinds", sheet.prose[cue.start : cue.end + _LONGEST_TITLE])
    length = cue.end - cue.start
    at_end = [hit for hit in titles if hit.start < length <= hit.end]
    return cue.start + at_end[0].start if at_end else cue.end


def _heads_line(sheet: Sheet, cue: Cue) -> bool:
    index = sheet.page.index_at(cue.start)
    if cue.role == "heading" and (
        len(sheet.line(index)) > _LONGEST_HEADING or sheet.line(index).endswith(".")
    ):
        return False
    return not sheet.prose[sheet.page.starts[index] : cue.start].strip("*_>#- ")


def _is_addressed(sheet: Sheet, cue: Cue, near: list[Office]) -> bool:
    """'To: the Minister ...' at the head of a line, or alone on it with an office below."""
    index = sheet.page.index_at(cue.start)
    if (
        not near
        and not sheet.prose[cue.end : sheet.page.end_of(index)].strip("*_ ")
        and index + 1 < len(sheet.page.lines)
    ):
        near = sheet.offices_of_line(index + 1)
    return near[0].kind in AUTHORITIES if near else _is_honoured(sheet, cue, index)


def _is_honoured(sheet: Sheet, cue: Cue, index: int) -> bool:
    """'Hon. Ann Sample' over an address: nobody else is given that title."""
    below = range(index + 1, min(index + _ADDRESS_LINES, len(sheet.page.lines)))
    is_styled = bool(sheet.words.find("honours", sheet.prose[cue.start : cue.end]))
    return is_styled and any(m.kind != "url" for i in below for m in sheet.marks_in(i))


def _behind_small_words(sheet: Sheet, cue: Cue, offices: list[Office]) -> list[Office]:
    """'Please call the Burmese junta's embassy in Paris'."""
    between = sheet.prose[cue.end : offices[0].whole_start] if offices else ""
    return offices if _SMALL_WORDS_ONLY.fullmatch(between) else []


def _role_of_request(near: list[Office], has_marks: bool) -> str | None:
    if near and near[0].kind in AUTHORITIES:
        return "target"
    return "organiser" if has_marks else None


def _is_what_it_is_about(sheet: Sheet, cue: Cue) -> bool:
    """A letter that the text reports counts where it opens the text or demands something."""
    index = sheet.page.index_at(cue.start)
    return index < 3 or bool(sheet.words.find("demands", sheet.line(index)))
