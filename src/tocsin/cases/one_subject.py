"""The subjects that judgements made one."""

from .models import Subject


def one_subject(subject: Subject) -> list[Subject]:
    """The subject that stands for all of them, first, and all that were judged to be it, through others too."""
    seen = {subject.pk}
    while subject.same_as is not None and subject.same_as.pk not in seen:
        subject = subject.same_as
        seen.add(subject.pk)
    found = [subject]
    for one in found:
        known = [f.pk for f in found]
        found.extend(Subject.objects.filter(same_as=one).exclude(pk__in=known).order_by("pk"))
    return found
