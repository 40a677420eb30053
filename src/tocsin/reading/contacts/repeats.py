"""The same office named twice: told in prose it is one contact, printed twice it is two that are tied."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tocsin.reading.contacts.offices import MISSION_KINDS
from tocsin.terms.contacts import Contact

_SMALL = frozenset(["your", "own", "local", "the", "of", "for", "and", "in", "to", "a", "his", "her", "its", "de", "la", "le", "du", "des", "del", "der", "die", "das", "в", "на", "di"])  # fmt: skip
_VAGUE = re.compile(
    r"(?:authorities|autorités|autoridades|autorità|behörden|власти|властям|властей|органы|úřad[ůy]m?|myndigheder\w*|当局|當局)$",
    re.IGNORECASE,
)
_STEM = 6
MOST_BETWEEN = 200  # entries; nobody means an office named longer ago


def merge_mentions(contacts: list[Contact], of_readers: Sequence[bool]) -> list[Contact]:
    """Offices named again in prose without an address add their spans to the first entry.

    `of_readers` tells which are in the readers' own country, wherever that is: 'the embassy in your country'.
    """
    kept: list[Contact] = []
    seated = Counter(_mission(c) for c in contacts if c.in_country)
    listed = Counter(_mission(c) for c in contacts if c.in_country and not _is_bare(c))
    is_addressed = any(c.role == "target" and c.kind not in ("other", *MISSION_KINDS) for c in contacts)
    for contact, is_readers in zip(contacts, of_readers, strict=True):
        said_below = listed[_mission(contact)] > 1 if is_readers else seated[_mission(contact)] > 0
        if (_is_heading(contact) and said_below) or (is_addressed and _is_vague(contact)):
            continue
        first = max(0, len(kept) - MOST_BETWEEN)
        twin = next((i for i in range(first, len(kept)) if _is_mention(contact, kept[i])), None)
        if twin is None:
            kept.append(contact)
        else:
            kept[twin] = _joined(kept[twin], contact)
    return kept


def _is_vague(contact: Contact) -> bool:
    """'write to the authorities', where others are named."""
    vague = contact.role == "target" and contact.kind == "other" and _is_bare(contact) and not contact.person
    return vague and _VAGUE.search(contact.office or "") is not None


def _mission(contact: Contact) -> tuple[str, str, str | None]:
    return contact.role, contact.kind, contact.of_country


def _is_heading(contact: Contact) -> bool:
    """'the embassies of Kenya:', 'the Kenyan embassy', which the text names below with its place."""
    is_bare_mission = contact.kind in MISSION_KINDS and _is_bare(contact)
    return is_bare_mission and contact.in_country is None and contact.of_country is not None


def _is_mention(new: Contact, old: Contact) -> bool:
    bare = [c for c in (new, old) if _is_bare(c)]
    if not bare or not _may_be_one(new, old) or all(c.rule == "directory line" for c in (bare[0], old)):
        return False
    if _are_two_people(new, old) or (new.kind in MISSION_KINDS and _are_two_countries(new, old)):
        return False
    if "directory line" in (new.rule, old.rule) and bare[0].of_country is None:
        return False
    a, b = _key_words(new), _key_words(old)
    if new.kind == old.kind and _are_one_person(new, old):
        return True
    same_words = bool(a and b) and (a <= b or b <= a or _is_named_in(new, old) or _is_named_in(old, new))
    nameless = new.kind != "other" and min(len(a), len(b)) == 1 and _is_one_place(new, old)
    return new.kind == old.kind and (same_words or nameless or _is_same_mission(new, old))


def _may_be_one(new: Contact, old: Contact) -> bool:
    """'with a copy to the Congress', and below it its address."""
    is_copied = old.role == "copy_to" and _is_bare(old) and new.role == "target" and len(_key_words(old)) > 1
    return new.role == old.role or is_copied


def _are_two_people(a: Contact, b: Contact) -> bool:
    """Two governors, each with a name of his own."""
    return bool(a.person and b.person and _is_bare(a) and _is_bare(b)) and not _stems(a.person) & _stems(
        b.person
    )


def _are_one_person(a: Contact, b: Contact) -> bool:
    """'President Ann Sample', and below 'Ann Sample Roe, President of the Republic'."""
    names = sorted((_stems(a.person), _stems(b.person)), key=len)
    return len(names[0]) > 1 and names[0] <= names[1]


def _are_two_countries(a: Contact, b: Contact) -> bool:
    return None not in (a.of_country, b.of_country) and a.of_country != b.of_country


def _is_named_in(bare: Contact, full: Contact) -> bool:
    """'a letter to the Parole Board', and below 'Chairman Tom Model, The National Board of Paroles, 2 ...'."""
    words = _key_words(bare)
    return _is_bare(bare) and len(words) > 1 and words <= _key_words(full) | _stems(full.address)


def _is_one_place(a: Contact, b: Contact) -> bool:
    """'write to the embassy': the one whose address is printed."""
    return None in (a.in_country, b.in_country) or a.in_country == b.in_country


def _is_same_mission(a: Contact, b: Contact) -> bool:
    """'the Egyptian ambassador in Washington: Embassy of Egypt, 3521 ...'."""
    known = a.kind == "embassy" and a.of_country is not None and a.in_country is not None
    return known and (a.of_country, a.in_country) == (b.of_country, b.in_country)


def _is_bare(contact: Contact) -> bool:
    return not (
        contact.phones or contact.faxes or contact.emails or contact.redacted_emails or contact.address
    )


def _key_words(contact: Contact) -> set[str]:
    return _stems(contact.office)


def _stems(words: str | None) -> set[str]:
    """Words without their endings: languages decline titles."""
    found = re.findall(r"[^\W_]+", (words or "").replace("'s", "").casefold())
    return {word[:_STEM] for word in found if word not in _SMALL}


def _joined(old: Contact, new: Contact) -> Contact:
    rich, poor = (new, old) if _is_bare(old) and not _is_bare(new) else (old, new)
    longer = max((old.office or "", new.office or ""), key=len)
    warnings = tuple(w for w in rich.warnings)
    return replace(
        rich, role=old.role, office=longer, person=rich.person or poor.person, in_country=rich.in_country or poor.in_country,
        spans=tuple(sorted((*old.spans, *new.spans))), warnings=warnings, confidence=max(old.confidence, new.confidence),
    )  # fmt: skip


def tie_repeats(contacts: list[Contact]) -> tuple[Contact, ...]:
    """`same_as` points to the first entry of the same office; both keep what is printed in them."""
    tied: list[Contact] = []
    firsts: dict[Sign, int] = {}
    for index, contact in enumerate(contacts):
        first = min((firsts[sign] for sign in _repeats(contact) if sign in firsts), default=None)
        warnings = (*contact.warnings, "repeated_office") if first is not None else contact.warnings
        tied.append(replace(contact, same_as=first, warnings=warnings))
        if first is None:
            for sign in _is_known_by(contact):
                firsts.setdefault(sign, index)
    return tuple(tied)


Sign = tuple[str | None, str | None, str, str]


def _repeats(contact: Contact) -> Iterator[Sign]:
    """An entry of one place and kind with a number or e-mail of this one; in a directory place and kind, if one is bare."""
    yield from _by_ways(contact)
    if _is_listed_embassy(contact):
        yield _sign(contact, "any" if _is_bare(contact) else "bare")


def _is_known_by(contact: Contact) -> Iterator[Sign]:
    yield from _by_ways(contact)
    if _is_listed_embassy(contact):
        yield _sign(contact, "any")
        if _is_bare(contact):
            yield _sign(contact, "bare")


def _by_ways(contact: Contact) -> Iterator[Sign]:
    yield from (_sign(contact, way) for way in (*_numbers(contact), *contact.emails))


def _sign(contact: Contact, way: str) -> Sign:
    return contact.of_country, contact.in_country, contact.kind, way


def _is_listed_embassy(contact: Contact) -> bool:
    return contact.in_country is not None and contact.kind == "embassy" and contact.rule == "directory line"


def _numbers(contact: Contact) -> set[str]:
    return {n.e164 or n.as_written for n in (*contact.phones, *contact.faxes)}
