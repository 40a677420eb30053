"""Whether a line means something on the pages of a case: what no column can check by itself."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, get_args

from django.utils.translation import gettext as _

from tocsin.reports.fields import FIELDS
from tocsin.reports.models import Section
from tocsin.terms.draft import Use, draft_schema

from ...case_claims import SECTION_OF_KIND
from ...models import SubjectKind
from ...take_item import REFERENCES
from .errors import CannotImport
from .read_row import Line

# Where the text is not known: a sealed report keeps none, its claims keep their spans.
_ANY_LENGTH = 2**31


@dataclass
class Known:
    """What earlier tables told, by the place of their lines: code points of reports, sections, kinds of subjects."""

    lengths: list[int] = field(default_factory=list)
    reports_of_items: list[int] = field(default_factory=list)
    sections: list[str] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    people: set[int] = field(default_factory=set)


def must_be_sound(table: str, line: Line, known: Known) -> None:
    """Raises CannotImport for a line that no page could show. Called once a line, tables in their order."""
    if check := _CHECKS.get(table):
        check(line, known)


def must_be_whole(table: str, known: Known) -> None:
    """Called when a table has ended. Raises CannotImport where a person has no rule by which she may be named."""
    persons = {at for at, kind in enumerate(known.kinds) if kind == SubjectKind.PERSON}
    if table == "people" and persons != known.people:
        raise CannotImport(_("“tables/people.jsonl” does not hold one line for each person of the case."))


def _report(line: Line, known: Known) -> None:
    text, is_sealed = line.row.get("text", ""), bool(line.row.get("sealed_at"))
    draft = line.row.get("draft")
    wanted = () if is_sealed else draft_schema()["required"]
    if not isinstance(draft, dict) or set(wanted) - set(draft):
        raise line.wrong("draft")
    known.lengths.append(_ANY_LENGTH if is_sealed else len(text))


def _item(line: Line, known: Known) -> None:
    at = line.row.get("report")
    if at is None:
        raise line.wrong("report")
    known.reports_of_items.append(at)
    known.sections.append(line.row.get("section", ""))
    _spans(line, known.lengths[at])


def _field(line: Line, known: Known) -> None:
    at = line.row.get("item")
    if at is None:
        raise line.wrong("item")
    of_it = _fields(known.sections[at])
    if (name := line.row.get("name")) not in of_it:
        raise line.wrong("name")
    for which in ("proposed", "value"):
        value = line.row.get(which)
        if value is not None and not of_it[name].kind.fits(value):
            raise line.wrong(which)
    _spans(line, known.lengths[known.reports_of_items[at]])


def _mark(line: Line, known: Known) -> None:
    start, end = line.row.get("start"), line.row.get("end")
    if line.row.get("use") not in get_args(Use):
        raise line.wrong("use")
    if not _is_span([start, end], known.lengths[line.row.get("report") or 0]):
        raise line.wrong("end")


def _case(line: Line, known: Known) -> None:
    for name in ("slug", "title"):
        if not line.row.get(name):
            raise line.wrong(name)


def _subject(line: Line, known: Known) -> None:
    kind, item = line.row.get("kind", ""), line.row.get("item")
    if item is not None and known.sections[item] != SECTION_OF_KIND[SubjectKind(kind)]:
        raise line.wrong("item")
    known.kinds.append(kind)


def _person(line: Line, known: Known) -> None:
    at = line.row.get("subject_ptr")
    if at is None or known.kinds[at] != SubjectKind.PERSON:
        raise line.wrong("subject_ptr")
    known.people.add(at)


def _claim(line: Line, known: Known) -> None:
    of_it = _predicates(line, known)
    if not of_it[line.row["predicate"]].kind.fits(line.row.get("value")):
        raise line.wrong("value")
    at = line.row.get("report")
    _spans(line, known.lengths[at] if at is not None else 0)


def _predicates(line: Line, known: Known) -> dict[str, Any]:
    """The predicates of the subject's kind, of which the line's must be one."""
    at = line.row.get("subject")
    if at is None:
        raise line.wrong("subject")
    of_it = _fields(SECTION_OF_KIND[SubjectKind(known.kinds[at])])
    if line.row.get("predicate") in REFERENCES or line.row.get("predicate") not in of_it:
        raise line.wrong("predicate")
    return of_it


def _judgement(line: Line, known: Known) -> None:
    left, right = line.row.get("left"), line.row.get("right")
    if left is None or right is None or known.kinds[left] != known.kinds[right]:
        raise line.wrong("right")


def _fields(section: str) -> dict[str, Any]:
    return {each.name: each for each in FIELDS[Section(section)]}


def _spans(line: Line, length: int) -> None:
    """They must stand inside the text that they point into."""
    spans = line.row.get("spans", [])
    if not isinstance(spans, list) or not all(_is_span(span, length) for span in spans):
        raise line.wrong("spans")


def _is_span(span: Any, length: int) -> bool:
    return (
        isinstance(span, list)
        and len(span) == 2
        and all(type(at) is int for at in span)
        and 0 <= span[0] <= span[1] <= length
    )


_CHECKS: dict[str, Callable[[Line, Known], object]] = {
    "reports": _report,
    "review_items": _item,
    "review_fields": _field,
    "sentence_marks": _mark,
    "cases": _case,
    "subjects": _subject,
    "people": _person,
    "claims": _claim,
    "assessments": _predicates,
    "judgements": _judgement,
}
