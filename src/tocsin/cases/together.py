"""Subjects that were judged to be one."""

from collections.abc import Iterable, Iterator

from .names import AnySubject, root


def together(subjects: Iterable[AnySubject]) -> Iterator[list[AnySubject]]:
    """Those that were judged to be one, whoever stands for them first; in the order of these."""
    known = {subject.pk: subject for subject in subjects}
    found: dict[int, list[AnySubject]] = {}
    for subject in known.values():
        found.setdefault(root(subject, known).pk, []).append(subject)
    for pk, ones in found.items():
        yield [known[pk], *(one for one in ones if one.pk != pk)]
