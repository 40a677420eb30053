"""The claims of a case as values with their sources, by the rules of who may see them."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable
from functools import cache
from typing import Any

from tocsin.reports.fields import FIELDS
from tocsin.reports.label import report_label
from tocsin.reports.models import Report, Section
from tocsin.reports.queries import BULK

from .claim_words import SECTION_OF_KIND, words
from .mask import Mask
from .models import Case, Subject, SubjectKind
from .standing_claims import StandingClaim, standing_claims
from .view import Said, Source, Value, Values, ValuesWhenAsked
from .weight import is_told, same_value, taken_back


class CaseClaims:
    """The claims of one case that stand. In public: those that may be shown, with withheld names left out.

    `subjects` are those that they are about, by key, in the order of the case. `predicates`: of others nothing is read.
    """

    def __init__(
        self, case: Case, mask: Mask | None, kinds: Collection[SubjectKind], predicates: Collection[str] = ()
    ) -> None:
        self._mask = mask
        subjects = case.subjects.filter(kind__in=kinds)
        if SubjectKind.OFFICE in kinds:
            subjects = subjects.select_related("office")
        self.subjects = {subject.pk: subject for subject in subjects}
        rows = {report.pk: report for report in case.reports.defer(*BULK)}
        self._before = {pk: report.repeats_id or report.revises_id for pk, report in rows.items()}
        self._reports = {pk: source(r, mask) for pk, r in rows.items() if not (mask and r.sealed_at)}
        self._texts = {} if mask else dict(case.reports.values_list("pk", "text"))
        self._by_subject: dict[int, list[StandingClaim]] = defaultdict(list)
        for claim in standing_claims(case, self.subjects, rows, mask is not None, predicates):
            if not self._hides(claim):
                self._by_subject[claim.subject.pk].append(claim)
        self._taken_back: set[int] = set()
        self._known_words: dict[tuple[str, str, str], str] = {}

    def _hides(self, claim: StandingClaim) -> bool:
        """A link whose address holds a withheld name: without the name it would lead nowhere."""
        if self._mask is None or claim.predicate != "url":
            return False
        return not self._mask.address(claim.value)

    def say(self, text: str) -> str:
        """`text` without names that are withheld from whom this is for."""
        return self._mask.text(text) if self._mask else text

    @property
    def reports(self) -> tuple[Source, ...]:
        return tuple(self._reports.values())

    def independent(self, value: Value) -> int:
        """From how many reports it comes: copies, translations and versions of one count as that one."""
        return len({self._root(source.report) for source in value.sources})

    def _root(self, report: int) -> int:
        seen: dict[int, None] = {}
        before: int | None = report
        while before is not None and before not in seen:
            seen[before] = None
            before = self._before.get(before)
        return list(seen)[-1] if before is None else min(seen)

    def values(self, subjects: Iterable[Subject]) -> Values:
        """What is said of these subjects, who are one: by predicate, each value once.

        In public all of it at once, in the language of whoever asks; at the desk as a page asks for it.
        """
        claims = [claim for subject in subjects for claim in self._by_subject[subject.pk]]
        self._taken_back |= taken_back(claims)
        said: dict[str, list[StandingClaim]] = defaultdict(list)
        for claim in claims:
            said[claim.predicate].append(claim)
        kind = claims[0].subject.kind if claims else ""
        values = ValuesWhenAsked(
            _in_order(said, kind), lambda predicate: self._values_of(said[predicate], kind)
        )
        return dict(values) if self._mask else values

    def _values_of(self, claims: list[StandingClaim], kind: str) -> tuple[Value, ...]:
        """What is told first; then what is denied or was taken back."""
        if len(claims) == 1:
            return (self._value(claims, kind),)
        same: dict[str, list[StandingClaim]] = defaultdict(list)
        for claim in claims:
            same[self._group(claim)].append(claim)
        return tuple(sorted((self._value(c, kind) for c in same.values()), key=lambda v: not v.is_told))

    def _group(self, claim: StandingClaim) -> str:
        return f"{claim.pk in self._taken_back} {_same(claim)}"

    def _value(self, claims: list[StandingClaim], kind: str) -> Value:
        first = claims[0]
        raw = self._mask.value(first.value) if self._mask else first.value
        said = tuple(self._said(c) for c in claims)
        return Value(
            text=self._in_words(kind, first.predicate, raw),
            raw=raw,
            sources=tuple(each.source for each in said if each.source),
            claims=tuple(c.pk for c in claims),
            asserted_by=self.say(first.asserted_by),
            may_be_shown=all(c.may_be_shown for c in claims),
            stance=first.stance,
            circumstance=first.circumstance,
            is_taken_back=first.pk in self._taken_back,
            is_told=is_told(first, first.pk in self._taken_back),
            said=said,
        )

    def _in_words(self, kind: str, predicate: str, raw: Any) -> str:
        """A case tells of few codes and days, each many times: it is put in words once."""
        if not isinstance(raw, str):
            return words(kind, predicate, raw)
        known = self._known_words.get((kind, predicate, raw))
        if known is None:
            known = self._known_words[kind, predicate, raw] = words(kind, predicate, raw)
        return known

    def _said(self, claim: StandingClaim) -> Said:
        there = self._source(claim) if claim.report_id else None
        return Said(claim.pk, there, claim.said_at, claim.holds_on, claim.subject.pk, claim.inquiry_id)

    def _source(self, claim: StandingClaim) -> Source:
        report = self._reports[claim.report_id or 0]
        spans = tuple((start, end) for start, end in claim.spans)
        text = self._texts.get(report.report, "")
        quote = " … ".join(text[start:end] for start, end in spans)
        return report.at(spans, quote)


def source(report: Report, mask: Mask | None) -> Source:
    """The report as it is cited. In public without an address that holds a withheld name."""
    return Source(
        report=report.pk,
        public_id=str(report.public_id),
        label=mask.text(report_label(report)) if mask else report_label(report),
        published=report.published,
        publisher=mask.text(report.publisher) if mask else report.publisher,
        url=mask.address(report.source_url) if mask else report.source_url,
    )


def _same(claim: StandingClaim) -> str:
    """Two claims that say the same, said by the same in the same way, are one value with two sources."""
    return json.dumps([same_value(claim), claim.asserted_by, claim.stance, claim.circumstance])


def _in_order(said: Iterable[str], kind: str) -> list[str]:
    return sorted(said, key=_places(kind).__getitem__)


@cache
def _places(kind: str) -> dict[str, int]:
    """Where each predicate of the kind stands among its fields."""
    fields = FIELDS[Section(SECTION_OF_KIND[SubjectKind(kind)])] if kind else ()
    return {known.name: place for place, known in enumerate(fields)}
