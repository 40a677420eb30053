"""The steps from a draft to an open action, and which one comes next."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from tocsin.actions.missing import Gap, cautions, hindrances, missing
from tocsin.actions.models import Action


@dataclass(frozen=True)
class Step:
    """`gaps` must be mended before the action can open; `cautions` should be known."""

    anchor: str
    title: str
    gaps: tuple[Gap, ...]
    cautions: tuple[Gap, ...]

    @property
    def is_done(self) -> bool:
        return not self.gaps


def steps_of(action: Action) -> list[Step]:
    gaps = [*missing(action), *hindrances(action)]
    known = cautions(action)
    return [Step(anchor, title, _of(anchor, gaps), _of(anchor, known)) for anchor, title in _titles().items()]


def next_step(steps: list[Step]) -> Step:
    """The first step that lacks something; the last one, publishing, where none does."""
    return next((step for step in steps if step.gaps), steps[-1])


def _titles() -> dict[str, str]:
    return {
        "story": _("Story"),
        "demands": _("Demands"),
        "targets": _("Whom to write to"),
        "asks": _("What else is asked"),
        "letter": _("Letter"),
        "check": _("Check and publish"),
    }


def _of(anchor: str, gaps: list[Gap]) -> tuple[Gap, ...]:
    return tuple(gap for gap in gaps if gap.step == anchor)
