"""Offices and ways to reach them in one sentence, each way with the office that it belongs to."""

import re
from dataclasses import dataclass, field, replace

from tocsin.reading.contacts.addresses import trimmed
from tocsin.reading.contacts.entry import Bounds, Entry
from tocsin.reading.contacts.headings import by_country, seated_entries
from tocsin.reading.contacts.marks import Mark
from tocsin.reading.contacts.offices import MISSION_KINDS, Office
from tocsin.reading.contacts.roles import Cue
from tocsin.reading.contacts.sheet import Sheet
from tocsin.reading.contacts.signs import is_channel_label

_NEW_NAME = re.compile(
    r"\b(?:and|or|as well as)? ?(?:also )?to\b|;(?=[^;]{25})|\b(?:address(?:es)?|adresses?|direcciones|адрес\w*)\b",
    re.IGNORECASE,
)
_ARTICLE = re.compile(
    r"^(?:(?:and|or|et|y|und|и) )?(?:to )?(?:the |le |la |les |el |los |die |den |das )?", re.IGNORECASE
)
_LINK = re.compile(
    r"[\s,]+(?:at|on|via|by|to|e-?mail|tel|phone|fax|per|unter|al|au|an|на|по)\W*$", re.IGNORECASE
)
_EITHER = re.compile(
    r" (?:(?:o|or|oder|ou|или|nebo|eller|и|and|y|e|et) (?:al |a la |to |the |den |das |au |à |на |al )*)?"
)
_TOLD_OF = re.compile(
    r", (?:who|whom|whose|which|que|quien(?:es)?|qui|dont|che|il quale|la quale|котор\w+|който|която|který|která|jenž|som|dessen|deren) "
)
_NAMED_APART = re.compile(
    r"\)[\s,]*(?:and|y|e|et|und|og|и|a) ?(?:also |to |para |a |al |à |au |aux |an |til |в )*(?:[\w'’]{2,} ){1,6}\(",
    re.IGNORECASE,
)
_STOP = re.compile(r"\s?[:,]\s(?:the |la |le |el |l'|die |das )?")
_HOUSE = re.compile(
    r"embass|ambassade\b|embajada|embaixada|ambasciata|botschaft|посольств|velvyslanectv|ministry|ministère|ministerio|ministério|"
    r"ministero|ministerium|ministeriet|министерств|ministerstv|office|department|大使馆|大使館",
    re.IGNORECASE,
)
_WORD_EDGE = " \n\t:;,.-–—*_>()[]\"'"
_LONGEST_NAME = 80
_NEXT_WORD = 10
_VAGUE = frozenset({"other", "company", "police"})


@dataclass
class _Group:
    """One office with its ways, or ways without an office; `end` is where the last of them ends."""

    office: Office | None
    marks: list[Mark] = field(default_factory=list)

    @property
    def end(self) -> int:
        return self.marks[-1].end if self.marks else self.office.whole_end if self.office else 0


def grouped_entries(
    sheet: Sheet, cue: Cue, role: str, offices: list[Office], marks: list[Mark]
) -> list[Entry]:
    """One entry a group, in order; offices that nobody is asked to write to are left out."""
    apart = [o for o in offices if not any(m.start < o.end and o.start < m.end for m in marks)]
    entries: list[Entry] = []
    for group in _by_domain(_groups(sheet, sorted([*apart, *marks], key=lambda item: item.start))):
        entries += _entries(sheet, cue, role, group, entries[-1].end if entries else cue.end)
    return [e for e in entries if e.has_channel or (e.office and e.role != "organiser")]


def _entries(sheet: Sheet, cue: Cue, role: str, group: _Group, after: int) -> list[Entry]:
    """Missions of one country, each with its way behind the name of the place where it stands, are one entry each."""
    several = group.office and group.office.kind in MISSION_KINDS and len(group.marks) > 1
    listed = by_country(sheet, role, group.office, group.marks) if several and group.office else []
    if listed:
        return listed
    is_bare_mission = group.office and group.office.kind in MISSION_KINDS and not group.marks
    further = seated_entries(sheet, role, group.office) if is_bare_mission and group.office else []
    return [_entry(sheet, cue, role, group, after), *further]


def _groups(sheet: Sheet, items: list[Office | Mark]) -> list[_Group]:
    groups: list[_Group] = []
    for item in items:
        between = sheet.prose[groups[-1].end : item.start] if groups else ""
        if isinstance(item, Mark) and groups and not _begins_anew(groups[-1], between):
            groups[-1].marks.append(item)
        elif isinstance(item, Mark):
            groups.append(_Group(None, [item]))
        elif groups and (
            _is_another_matter(between) or _TOLD_OF.search(between) or sheet.words.find("demands", between)
        ):
            break
        elif groups and groups[-1].office is None and between == " (":
            groups[-1].office = item
        elif groups and _is_building_of(sheet, groups[-1], item, between):
            continue
        elif groups and _is_house_of(sheet, groups[-1], item, between):
            groups[-1] = _Group(_joined(groups[-1].office or item, item))
        else:
            groups.append(_Group(item))
    return groups


def _by_domain(groups: list[_Group]) -> list[_Group]:
    """Bare addresses of several domains are several offices."""
    parted: list[_Group] = []
    for group in groups:
        domain = None
        for mark in group.marks if group.office is None else ():
            is_email = mark.kind == "email"
            if domain is None or (is_email and mark.value.rpartition("@")[2].lower() != domain):
                parted.append(_Group(None, []))
            parted[-1].marks.append(mark)
            domain = mark.value.rpartition("@")[2].lower() if is_email else domain or ""
        parted += [group] if group.office else []
    return parted


def _is_another_matter(between: str) -> bool:
    """The list has ended where more than a few small words follow: '... using the appeal programme of X'."""
    return len([w for w in re.findall(r"[^\W\d_]+", between) if w.islower() and len(w) > 3]) > 2


def _is_house_of(sheet: Sheet, group: _Group, office: Office, between: str) -> bool:
    """'the Immigration Minister: Home Office, 50 ...': the second names the house of the first."""
    if group.office is None or group.marks or not (_STOP.fullmatch(between) or _EITHER.fullmatch(between)):
        return False
    same = office.kind == group.office.kind
    if same and (between == " " or (office.kind == "other" and _EITHER.fullmatch(between))):
        return True
    return same and (":" in between or bool(_HOUSE.search(sheet.prose, office.start, office.end)))


def _is_building_of(sheet: Sheet, group: _Group, office: Office, between: str) -> bool:
    """'the Minister of Justice, Ann Sample, Model Secretariat, Dhaka': where an office has its seat is its address."""
    if group.office is None or group.marks or between != ", ":
        return False
    name = sheet.prose[office.start : office.end + _NEXT_WORD]
    return office.kind in _VAGUE and any(
        hit.start <= office.end - office.start for hit in sheet.words.find("houses", name)
    )


def _joined(office: Office, house: Office) -> Office:
    return replace(office, end=house.end, seat_end=house.seat_end, whole_end=house.whole_end)


def _begins_anew(group: _Group, between: str) -> bool:
    """'to the embassies and to the following addresses: ...', 'a@example.org (President) b@example.org', 'the union (a@example.org) and the camp (b@example.org)'."""
    if group.office and group.marks and group.marks[0].start < group.office.start:
        return True
    if group.office and group.marks:
        return _NAMED_APART.fullmatch(between) is not None
    return group.office is not None and bool(_NEW_NAME.search(between))


def _entry(sheet: Sheet, cue: Cue, role: str, group: _Group, after: int) -> Entry:
    marks = tuple(group.marks)
    if group.office is None:
        name, address = _name_before(sheet, after, marks[0].start)
        start = name[0] if name else marks[0].start
        return Entry(
            role, "other", start, marks[-1].end, marks, office=name, address=address, rule=f"cue {cue.role}"
        )
    office = group.office
    return Entry(
        role,
        office.kind,
        min(office.whole_start, marks[0].start if marks else office.whole_start),
        max(office.whole_end, group.end),
        marks,
        office=(office.start, office.seat_end),
        person=_person(sheet, office),
        address=_address(sheet, office, group.marks),
        said=(office.whole_start, _said_end(sheet, office)),
        rule=f"cue {cue.role}",
    )


_STREET = re.compile(
    r"(?: at|,|:| \()\s((?:\d{1,5}[\w/-]{0,5},? [^\W\da-z_]|[^\W\da-z_][^,.;\n\d]{3,30} \d{1,4}\b)[^.;:()\n]{0,90})"
)
_SEAT = re.compile(r" (?:in|at|à|en|in der|w|в) [^\W\da-z_][\w'-]+(?:,? [^\W\da-z_][\w'-]+)*")


def _said_end(sheet: Sheet, office: Office) -> int:
    """A place that follows: 'in Seoul, Korea'."""
    more = _SEAT.match(sheet.prose, office.whole_end)
    return more.end() if more else office.whole_end


def _address(sheet: Sheet, office: Office, marks: list[Mark]) -> Bounds | None:
    """What stands between an office and its first number, where it looks like an address; else its street and number."""
    if not marks:
        street = _STREET.match(sheet.prose, office.seat_end)
        return trimmed(sheet.page.text, *street.span(1)) if street else None
    found = trimmed(sheet.page.text, office.whole_end, marks[0].start)
    words = sheet.prose[slice(*found)] if found else ""
    return (
        found
        if "," in sheet.prose[office.whole_end : marks[0].start] and not words.islower() and words
        else None
    )


def _person(sheet: Sheet, office: Office) -> Bounds | None:
    if not office.person:
        return None
    at = sheet.prose.find(office.person, office.whole_start)
    return (at, at + len(office.person))


def _name_before(sheet: Sheet, after: int, stop: int) -> tuple[Bounds | None, Bounds | None]:
    """'the striking workers at [address]': a holder without a title, and its postal address."""
    words = _LINK.sub("", sheet.prose[after:stop].rstrip(_WORD_EDGE)).rstrip(_WORD_EDGE)
    lead = len(words) - len(words.lstrip(_WORD_EDGE))
    article = _ARTICLE.match(words[lead:])
    lead += article.end() if article else 0
    name, comma, rest = words[lead:].partition(", ")
    if not any(c.isdigit() for c in rest):
        name, rest = words[lead:], ""
    if not 3 <= len(name) <= _LONGEST_NAME or is_channel_label(name) or sheet.words.find("nobody", name):
        return None, None
    start = after + lead
    address = trimmed(
        sheet.page.text, start + len(name) + len(comma), start + len(name) + len(comma) + len(rest)
    )
    return (start, start + len(name)), address if rest else None
