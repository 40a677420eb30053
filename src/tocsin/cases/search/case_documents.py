"""A case, its people, its groups and its incidents as they may be found: by what is claimed of them and stands."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from ..claim_words import words
from ..models import Case, Claim, ClaimState, SearchKind, Subject, SubjectKind
from ..names import NAME_PREDICATES
from ..together import together
from .documents import Document, dated

KINDS = {
    SubjectKind.PERSON: SearchKind.PERSON,
    SubjectKind.GROUP: SearchKind.PERSON,
    SubjectKind.INCIDENT: SearchKind.INCIDENT,
}
Said = dict[int, list[tuple[str, Any]]]


def case_documents(case: Case) -> Iterator[Document]:
    yield Document(
        SearchKind.CASE,
        ("case", case.pk),
        case.title,
        said=case.assessment,
        case=case.pk,
        country=case.country,
    )
    said = _said(case)
    for one, *joined in together(case.subjects.filter(kind__in=KINDS)):
        told = [pair for subject in (one, *joined) for pair in said[subject.pk]]
        if told:
            yield _document(case, one, told)


def _said(case: Case) -> Said:
    """Of each subject: predicate and value of every claim that was neither withdrawn nor left out."""
    claims = Claim.objects.filter(subject__case=case, subject__kind__in=KINDS, withdrawn_at=None)
    found: Said = defaultdict(list)
    standing = claims.exclude(state=ClaimState.REJECTED).order_by("pk")
    for subject, predicate, value in standing.values_list("subject", "predicate", "value"):
        found[subject].append((predicate, value))
    return found


def _document(case: Case, subject: Subject, told: Sequence[tuple[str, Any]]) -> Document:
    values: dict[str, list[str]] = defaultdict(list)
    for predicate, value in told:
        values[predicate].append(words(subject.kind, predicate, value))
    title = _title(subject, values)
    rest = dict.fromkeys(text for each in values.values() for text in each if text and text != title)
    day = next((value for predicate, value in told if predicate == "date" and isinstance(value, str)), "")
    return Document(
        kind=KINDS[SubjectKind(subject.kind)],
        about=("subject", subject.pk),
        title=title,
        said=" · ".join(rest),
        names=tuple(name for predicate in NAME_PREDICATES for name in values[predicate]),
        case=case.pk,
        country=case.country,
        days=dated(day),
    )


def _title(subject: Subject, values: dict[str, list[str]]) -> str:
    """A name, a group's words, or what happened and where."""
    if subject.kind == SubjectKind.INCIDENT:
        return ", ".join(each[0] for name in ("type", "place") if (each := values[name]) and each[0])
    return next((each[0] for name in ("name", "label") if (each := values[name])), "")
