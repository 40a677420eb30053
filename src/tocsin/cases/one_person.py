"""The rows of a person that judgements made one."""

from .models import PersonAtRisk
from .one_subject import one_subject


def all_rows(person: PersonAtRisk) -> list[PersonAtRisk]:
    """The person, as the caller holds her, and everybody who was judged to be her."""
    others = [one.pk for one in one_subject(person) if one.pk != person.pk]
    return [person, *PersonAtRisk.objects.filter(pk__in=others).select_related("case").order_by("pk")]
