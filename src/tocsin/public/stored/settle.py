"""Making the files say what the rows say."""

from functools import partial

from .keep import Render, put_up
from .names import FRONT, action_folder, case_folder
from .render_action import render_action
from .render_case import render_case
from .render_front import render_front


def settle_action(slug: str) -> bool:
    """Whether the action has a page."""
    return put_up(action_folder(slug), partial(render_action, slug))


def settle_case(slug: str) -> bool:
    """Whether the case has a public page."""
    return put_up(case_folder(slug), partial(render_case, slug))


def settle_front() -> bool:
    return put_up(FRONT, render_front)


def settle(folder: str) -> bool:
    """The same for any folder."""
    return put_up(folder, _render(folder))


def _render(folder: str) -> Render:
    kind, _slash, slug = folder.partition("/")
    if kind == FRONT:
        return render_front
    return partial(render_action if kind == "a" else render_case, slug)
