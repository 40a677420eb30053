"""When a number of letters is unusual: plain arithmetic, so that a coordinator can be told why."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta

# Letters that came in one window are held against those of the day before it.
WINDOW, BEFORE = timedelta(minutes=10), timedelta(hours=24)
# Fewer are never a burst: a class, a union meeting, a bus that stands in a jam.
FEWEST, FEWEST_ALIKE = 100, 20
TIMES_USUAL, TIMES_USUAL_SHARE = 10, 5
# Before a domain was ever seen it may be expected in a tenth of all letters: a new action is no burst of its first writers.
UNSEEN, UNSEEN_OF = 1, 10


@dataclass(frozen=True)
class Burst:
    """`about` as an alarm has it; `usual` is how many were to be expected in that time; `sample` a letter, by its key."""

    action: int
    about: str
    letters: int
    usual: float
    sample: int | None = None


# An action, by its key, and the mail domain that a letter of it came from.
Came = tuple[int, str]


def of_actions(now: Iterable[Came], before: Iterable[Came], windows: float) -> Iterator[Burst]:
    """Actions with ten times as many as in a usual window; `windows` is how many of them `before` spans."""
    usual = Counter(action for action, _domain in before)
    for action, letters in Counter(action for action, _domain in now).items():
        expected = usual[action] / max(windows, 1)
        if letters >= FEWEST and letters >= TIMES_USUAL * expected:
            yield Burst(action, "", letters, expected)


def of_domains(now: Iterable[Came], before: Iterable[Came]) -> Iterator[Burst]:
    """Mail domains with five times their usual share; large providers have a large one, and never come up."""
    came, earlier = list(now), Counter(domain for _action, domain in before)
    of_action = Counter(action for action, _domain in came)
    for (action, domain), letters in Counter(came).items():
        share = (earlier[domain] + UNSEEN) / (earlier.total() + UNSEEN_OF)
        expected = share * of_action[action]
        if letters >= FEWEST_ALIKE and letters >= TIMES_USUAL_SHARE * expected:
            yield Burst(action, domain, letters, expected)
