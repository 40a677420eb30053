"""The people at risk of a case, to choose one of."""

from django.utils.translation import gettext as _

from tocsin.cases.models import Case
from tocsin.cases.queries import people_named


def person_choices(case: Case) -> list[tuple[str, str]]:
    """(key, name), first nobody in particular. Who is judged to be somebody else stands under the other's name."""
    return [("", _("nobody in particular")), *((str(pk), name) for pk, name in people_named(case))]
