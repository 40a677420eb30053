"""Whose turn it is: actions that write to one address take turns, however many letters each has."""

from collections.abc import Iterator, Mapping


def in_turn(waiting: Mapping[int, int], last: int = 0) -> Iterator[int]:
    """Each action as often as it has letters, one after another; the one after `last` begins."""
    left = {action: letters for action, letters in waiting.items() if letters > 0}
    order = sorted(left, key=lambda action: (action <= last, action))
    while order:
        for action in order:
            yield action
            left[action] -= 1
        order = [action for action in order if left[action]]


def served(waiting: Mapping[int, int], letters: int, last: int = 0) -> dict[int, int]:
    """How many letters of each action are among the first so many, without counting them one by one."""
    order = sorted(waiting, key=lambda action: (action <= last, action))
    rounds = _whole_rounds(list(waiting.values()), letters)
    got = {action: min(waiting[action], rounds) for action in order}
    rest = letters - sum(got.values())
    for action in order:
        if rest > 0 and got[action] < waiting[action]:
            got[action] += 1
            rest -= 1
    return got


def _whole_rounds(counts: list[int], letters: int) -> int:
    """The most rounds in which everybody who still has letters is served, with no more than `letters` in all."""
    low, high = 0, max(counts, default=0)
    while low < high:
        middle = (low + high + 1) // 2
        if sum(min(count, middle) for count in counts) <= letters:
            low = middle
        else:
            high = middle - 1
    return low
