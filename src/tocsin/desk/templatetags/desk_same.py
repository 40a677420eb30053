"""How much waits to be judged, for the line that leads to the parts of a case."""

from django import template

from tocsin.cases.models import Case
from tocsin.cases.same_queries import count_waiting

register = template.Library()


@register.simple_tag
def same_waiting(case: Case) -> int:
    """How many pairs of the case nobody has judged yet."""
    return count_waiting(case)
