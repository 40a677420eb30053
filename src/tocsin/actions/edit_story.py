"""Changing what an action says of itself."""

from datetime import date

from tocsin.members.models import Member

from .edit import editing
from .models import Action


def edit_story(
    action: Action, by: Member, *, title: str, story: str, organiser: str, deadline: date | None
) -> Action:
    """Sets headline, story, who calls, and until when. The address of the page stays as it is."""
    with editing(action, by, "action.story_edited") as changed:
        changed.title, changed.story = title.strip(), story.strip()
        changed.organiser, changed.deadline = organiser.strip(), deadline
        changed.save()
    return changed
