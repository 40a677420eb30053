"""Which folders show what: a change to a case or an action reaches each of them."""

from tocsin.actions.models import Action
from tocsin.cases.models import Case

from .names import FRONT, action_folder, case_folder, picture_folder


def folders_of_case(case: int) -> list[str]:
    """By its primary key: its own folder, those of its actions and their pictures, and the front page that lists them."""
    slugs = Case.objects.filter(pk=case).values_list("slug", flat=True)
    actions = list(Action.objects.filter(case=case).values_list("slug", flat=True))
    return [*map(case_folder, slugs), *map(action_folder, actions), *map(picture_folder, actions), FRONT]


def folders_of_action(slug: str) -> list[str]:
    """Its own, that of its pictures, that of its case, which leads to it, and the front page."""
    cases = Case.objects.filter(actions__slug=slug).values_list("slug", flat=True)
    return [action_folder(slug), picture_folder(slug), *map(case_folder, cases), FRONT]
