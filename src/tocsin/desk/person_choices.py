"""The people at risk of a case, to choose one of."""

from django.utils.translation import gettext as _

from tocsin.cases.models import Case, SubjectKind
from tocsin.cases.queries import case_view


def person_choices(case: Case) -> list[tuple[str, str]]:
    """(key, name), first nobody in particular. Who is judged to be somebody else stands under the other's name."""
    people = case_view(case, public=False, kinds={SubjectKind.PERSON}).people
    return [("", _("nobody in particular")), *((str(p.pk), p.name) for p in people if p.name)]
