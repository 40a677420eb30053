"""What became of each field from one version of a report to the next: the same, changed, new or vanished."""

import json
from collections import defaultdict
from dataclasses import dataclass, field

from .models import Decision, Report, ReviewField, ReviewItem
from .queries import review_items

CARRIED = {Decision.ACCEPTED, Decision.CORRECTED, Decision.REJECTED}
Pair = tuple[ReviewField, ReviewField]


@dataclass
class Compared:
    """Pairs are (earlier, later): `same` rest on the same words and were read as the same."""

    same: list[Pair] = field(default_factory=list)
    changed: list[Pair] = field(default_factory=list)
    new: list[ReviewField] = field(default_factory=list)
    vanished: list[ReviewField] = field(default_factory=list)

    @property
    def to_carry(self) -> list[Pair]:
        """Decided in the earlier version, undecided in the later, and the same in both."""
        return [
            (was, now)
            for was, now in self.same
            if was.decision in CARRIED and now.decision == Decision.PROPOSED and not now.is_held
        ]


def compare_versions(earlier: Report, later: Report) -> Compared:
    """Items belong together by their words, else by their main values; each is used once."""
    compared = Compared()
    before = review_items(earlier)
    partners = _partners(before, earlier, review_items(later), later)
    for was, now in partners:
        _compare(was, now, earlier, later, compared)
    matched = {was.pk for was, _now in partners if was}
    for item in before:
        if item.pk not in matched:
            compared.vanished += item.fields.all()
    return compared


def _partners(
    before: list[ReviewItem], earlier: Report, after: list[ReviewItem], later: Report
) -> list[tuple[ReviewItem | None, ReviewItem]]:
    found: dict[int, ReviewItem] = {}
    for sign in (_by_words, _by_values):
        used = {item.pk for item in found.values()}
        waiting = defaultdict(list)
        for item in before:
            if item.pk not in used:
                waiting[sign(item, earlier)].append(item)
        for item in after:
            if item.pk not in found and waiting[sign(item, later)]:
                found[item.pk] = waiting[sign(item, later)].pop(0)
    return [(found.get(item.pk), item) for item in after]


def _by_words(item: ReviewItem, report: Report) -> tuple[str, ...]:
    return (item.section, _words(report.text, item.spans), _first(item))


def _by_values(item: ReviewItem, report: Report) -> tuple[str, ...]:
    return (item.section, _first(item))


def _first(item: ReviewItem) -> str:
    row = next(iter(item.fields.all()), None)
    return _read(row) if row else ""


def _compare(
    was: ReviewItem | None, now: ReviewItem, earlier: Report, later: Report, compared: Compared
) -> None:
    old = {row.name: row for row in was.fields.all()} if was else {}
    for row in now.fields.all():
        before = old.pop(row.name, None)
        if before is None:
            compared.new.append(row)
        elif _read(before) == _read(row) and rests_on(before, earlier) == rests_on(row, later):
            compared.same.append((before, row))
        else:
            compared.changed.append((before, row))
    compared.vanished += old.values()


def _read(row: ReviewField) -> str:
    """What the reader proposed; of a field added by hand, what was added."""
    return json.dumps(row.value if row.proposed is None else row.proposed, sort_keys=True)


def rests_on(row: ReviewField, report: Report) -> str:
    """The words of the report that the field was read from."""
    return _words(report.text, row.spans)


def _words(text: str, spans: list[list[int]]) -> str:
    return " … ".join(" ".join(text[start:end].split()) for start, end in spans)
