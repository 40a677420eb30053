"""What parts an entry that is printed over several lines from the next one."""

import re
from collections.abc import Sequence

from tocsin.reading.contacts.headings import country_of_place
from tocsin.reading.contacts.offices import MISSION_KINDS
from tocsin.reading.contacts.roles import heads_line
from tocsin.reading.contacts.salutations import is_salutation
from tocsin.reading.contacts.sheet import Sheet
from tocsin.reading.contacts.signs import CHANNEL_LABEL, ITEM, after_item, bare

_NEAR_THE_START = 12
_SHORT_NAME = re.compile(r"[^\W\d_a-zа-я][\w.&' -]+[:,] ")  # 'CUT: ...'
_BRACKETED = re.compile(r"\s?(?:\(|[–—-] )")


def grouped_lines(sheet: Sheet, first: int, end: int) -> list[list[int]]:
    """Lines of one entry each: a blank line, an item sign or a name after the numbers begins the next."""
    groups: list[list[int]] = []
    reached = False
    for index in range(first, end):
        text = sheet.line(index)
        is_channel = bool(sheet.marks_in(index)) or bool(CHANNEL_LABEL.match(text))
        is_tail = (is_channel and not _begins_with_name(sheet, index)) or is_salutation(sheet, index)
        parted = sheet.page.blank_before(index) or reached or _is_next_office(sheet, groups, index)
        if (
            not groups
            or (ITEM.match(text) and not _reaches_last(sheet, groups[-1], index))
            or (parted and not is_tail and not _awaits(sheet, groups[-1], index))
        ):
            groups.append([])
            reached = False
        groups[-1].append(index)
        reached = reached or is_channel
    return groups


def _reaches_last(sheet: Sheet, group: Sequence[int], index: int) -> bool:
    """'2. Prime Minister', and below it '- Mail to ...': an item that names nobody belongs to the one above it."""
    text = bare(sheet.line(index))
    is_named = not sheet.marks_in(group[0]) and bool(ITEM.match(sheet.line(group[0])))
    return is_named and bool(CHANNEL_LABEL.match(text) or sheet.marks.begins_at(_start(sheet, index)))


def _start(sheet: Sheet, index: int) -> int:
    return sheet.page.starts[index] + after_item(sheet.line(index))


def _awaits(sheet: Sheet, group: Sequence[int], index: int) -> bool:
    """The name of an office alone, and below a blank line its street."""
    heads = not any(c.isdigit() for i in group for c in bare(sheet.line(i))) and any(
        sheet.offices_of_line(i) for i in group
    )
    return heads and any(c.isdigit() for c in sheet.line(index)) and not sheet.offices_of_line(index)


def _is_next_office(sheet: Sheet, groups: Sequence[Sequence[int]], index: int) -> bool:
    """Another office at the start of a line, below the postal address of the one before or in a list of bare names."""
    if not groups or not begins_with_office(sheet, index):
        return False
    if not any(c.isdigit() for c in bare(sheet.line(groups[-1][-1]))):
        return _is_bare_list(sheet, groups[-1][-1], index)
    return any(sheet.offices_of_line(i) for i in groups[-1])


def _is_bare_list(sheet: Sheet, above: int, index: int) -> bool:
    """'Ministry of Justice', below it 'Embassy of Kenya in Oslo': two lines of names, where no line holds a figure."""
    lines = [above, index]
    while lines[-1] + 1 < len(sheet.page.lines) and not sheet.page.blank_before(lines[-1] + 1):
        lines.append(lines[-1] + 1)
    is_bare = not any(c.isdigit() for i in lines for c in sheet.line(i))
    return is_bare and begins_with_office(sheet, above) and _are_apart(sheet, above, index)


def _are_apart(sheet: Sheet, above: int, index: int) -> bool:
    """'To ...' over 'To ...', each somebody of his own, or one of them a mission; 'Prosecutor General' over 'Ministry of Justice' may be one office."""
    if all(heads_line(sheet.words.find("roles", sheet.line(i))) for i in (above, index)):
        return True
    first, second = sheet.offices_of_line(above)[0], sheet.offices_of_line(index)[0]
    return bool(first.person and second.person) or bool({first.kind, second.kind} & set(MISSION_KINDS))


def _begins_with_name(sheet: Sheet, index: int) -> bool:
    """'Tom Model, Governor: 717-787-2500', 'info@example.org (Governor)': an entry of its own on one line."""
    start, text, marks = sheet.page.starts[index], sheet.line(index), sheet.marks_in(index)
    offices = sheet.offices_of_line(index)
    if begins_with_office(sheet, index):
        return True
    if marks and marks[0].start == start and _BRACKETED.match(text, marks[0].end - start):
        return bool(offices) or country_of_place(text[marks[0].end - start :]) is not None
    before = text[: marks[0].start - start] if marks else ""
    is_name = len(before) > _NEAR_THE_START or _SHORT_NAME.fullmatch(before)
    return bool(is_name) and not CHANNEL_LABEL.match(text)


def begins_with_office(sheet: Sheet, index: int) -> bool:
    offices = sheet.offices_of_line(index)
    return bool(offices) and offices[0].whole_start - sheet.page.starts[index] < _NEAR_THE_START


def is_channel_line(sheet: Sheet, index: int) -> bool:
    """'Tel: ... Fax: ...', or an e-mail address alone."""
    return bool(CHANNEL_LABEL.match(sheet.line(index))) or sheet.marks.begins_at(sheet.page.starts[index])


def end_of_channels(sheet: Sheet, index: int) -> int:
    """The end of a line, or of those right below it that hold nothing but numbers and e-mails."""
    last = index
    while (
        last + 1 < len(sheet.page.lines)
        and not sheet.page.blank_before(last + 1)
        and is_channel_line(sheet, last + 1)
    ):
        last += 1
    return sheet.page.end_of(last)
