"""Changing what an action says of itself."""

from datetime import date

from tocsin.cases.shown_more.takes_away import takes_away
from tocsin.members.models import Member
from tocsin.members.revise import State

from .edit import editing
from .models import Action
from .put import STORY, put_story
from .words_wait.gate import WordsNeedAnother


def edit_story(
    action: Action, by: Member, *, title: str, story: str, organiser: str, deadline: date | None
) -> Action:
    """Sets headline, story, who calls, and until when. The address of the page stays as it is.

    Paragraphs that are only taken out of the story go at once, also where the rest waits for a second person.
    """
    told: State = {
        "title": title.strip(),
        "story": story.strip(),
        "organiser": organiser.strip(),
        "deadline": deadline,
    }
    try:
        return _set(action, by, told, STORY)
    except WordsNeedAnother:
        if told["story"] != action.story and takes_away(action.story, told["story"]):
            _set(action, by, {"story": told.pop("story")}, ["story"])
            return _set(action, by, told, [name for name in STORY if name != "story"])
        raise


def _set(action: Action, by: Member, told: State, says: tuple[str, ...] | list[str]) -> Action:
    with editing(action, by, "action.story_edited", says=says) as changed:
        put_story(changed, told)
    return changed
