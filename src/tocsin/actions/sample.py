"""The shipped sample made into what a reviewer would make of it: one case, and a closed action that shows it.

The reports of the strike of 2011 were reviewed by the project; the last waits in the inbox for whoever wants to try a review.
"""

from django.db import transaction

from tocsin.cases.publish import publish_case
from tocsin.cases.story.load import load_story
from tocsin.reports.sample import load_sample

from .close import close_as_history
from .draft_action import draft_action
from .models import Action


@transaction.atomic
def load_sample_action() -> Action:
    """Loads the sample, and shows its first case as history. Called again it changes nothing."""
    reports = {report.name: report for report in load_sample()}
    if shown := Action.objects.filter(is_sample=True).first():
        return shown
    called: list[Action] = []
    case = load_story(reports, at_the_call=lambda known: called.append(draft_action(known, by=None)))
    publish_case(case, by=None)
    return close_as_history(called[0], by=None)
