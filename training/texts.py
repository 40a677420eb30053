"""The texts there are, and on which side of the split each stands."""

from pathlib import Path

from training.grow import grow, templates
from training.markup import Appeal, load_all
from training.split import is_held_out

FREE = Path(__file__).parent / "appeals"
PLAIN = Path(__file__).parent / "plain"


def taught() -> list[Appeal]:
    return [appeal for appeal in _all() if not is_held_out(appeal.slug)]


def taught_of_events() -> list[Appeal]:
    """Free texts, and three times those in the plain words of real ones: what is told of an event depends on the style."""
    plain = load_all(PLAIN)
    return [one for one in (*load_all(FREE), *plain, *plain, *plain) if not is_held_out(one.slug)]


def held_out_of_events() -> list[Appeal]:
    return [one for one in (*load_all(FREE), *load_all(PLAIN)) if is_held_out(one.slug)]


def held_out() -> list[Appeal]:
    return [appeal for appeal in _all() if is_held_out(appeal.slug)]


def held_out_by_hand() -> list[Appeal]:
    """The free texts alone: grown ones are easier, since their copies say the same thing."""
    return [appeal for appeal in load_all(FREE) if is_held_out(appeal.slug)]


def _all() -> list[Appeal]:
    """Free texts and those grown from templates; a copy bears its template's name."""
    return [*load_all(FREE), *(appeal for template in templates() for appeal in grow(template))]
