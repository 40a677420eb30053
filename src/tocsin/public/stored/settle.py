"""Making the files say what the rows say."""

from collections.abc import Callable
from functools import partial

from .keep import Pages, Render, put_up
from .names import FRONT, action_folder, case_folder, picture_folder
from .render_action import render_action
from .render_case import render_case
from .render_front import render_front
from .render_pictures import render_pictures


def settle_action(slug: str) -> bool:
    """Whether the action has a page."""
    return put_up(action_folder(slug), partial(render_action, slug))


def settle_pictures(slug: str) -> bool:
    """Whether the action has pictures."""
    return put_up(picture_folder(slug), partial(render_pictures, slug))


def settle_case(slug: str) -> bool:
    """Whether the case has a public page."""
    return put_up(case_folder(slug), partial(render_case, slug))


def settle_front() -> bool:
    return put_up(FRONT, render_front)


def settle(folder: str) -> bool:
    """The same for any folder."""
    return put_up(folder, rendering_of(folder))


_BY_KIND: dict[str, Callable[[str], Pages]] = {"a": render_action, "c": render_case, "p": render_pictures}


def rendering_of(folder: str) -> Render:
    """What makes its pages, and keeps none."""
    kind, _slash, slug = folder.partition("/")
    if kind == FRONT:
        return render_front
    return partial(_BY_KIND[kind], slug)
