"""The texts there are, and on which side of the split each stands."""

from pathlib import Path

from training.grow import grow, templates
from training.markup import Appeal, load_all
from training.split import is_held_out

FREE = Path(__file__).parent / "appeals"


def taught() -> list[Appeal]:
    return [appeal for appeal in _all() if not is_held_out(appeal.slug)]


def held_out() -> list[Appeal]:
    return [appeal for appeal in _all() if is_held_out(appeal.slug)]


def held_out_by_hand() -> list[Appeal]:
    """The free texts alone: grown ones are easier, since their copies say the same thing."""
    return [appeal for appeal in load_all(FREE) if is_held_out(appeal.slug)]


def _all() -> list[Appeal]:
    """Free texts and those grown from templates; a copy bears its template's name."""
    return [*load_all(FREE), *(appeal for template in templates() for appeal in grow(template))]
