"""Subjects that were judged to be one."""

from collections.abc import Iterable, Iterator

from .models import Case, Subject
from .names import AnySubject, root


def together(subjects: Iterable[AnySubject]) -> Iterator[list[AnySubject]]:
    """Those that were judged to be one, whoever stands for them first; in the order of these."""
    known = {subject.pk: subject for subject in subjects}
    found: dict[int, list[AnySubject]] = {}
    for subject in known.values():
        found.setdefault(root(subject, known).pk, []).append(subject)
    for pk, ones in found.items():
        yield [known[pk], *(one for one in ones if one.pk != pk)]


def roots_of(case: Case) -> dict[int, int]:
    """By the key of each subject of the case, that of the one that stands for it."""
    known = Subject.objects.filter(case=case).only("same_as").in_bulk()
    return {pk: root(subject, known).pk for pk, subject in known.items()}
