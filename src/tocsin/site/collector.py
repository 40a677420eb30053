"""The garbage collector of our processes: it comes seldom, and leaves alone what is loaded for good.

With Python's own settings a full collection came with every few long pages and took 160 ms of 200,000 objects, all of
them needed; a sixth of the start of `tocsin read` was spent so. What a request leaves behind is collected as before.
"""

import atexit
import gc

# New objects before the young are looked at, and how many such rounds before those who stayed are.
YOUNG, THEN = 10_000, 20


def collect_seldom() -> None:
    """Called first of all: word lists and models are loaded by the hundred thousand objects, and none is garbage.

    Nor are they looked through when the process ends, which goes with them.
    """
    gc.set_threshold(YOUNG, THEN, THEN)
    atexit.register(gc.freeze)


def leave_what_is_loaded() -> None:
    """Called once, when all is loaded that every request needs."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG, THEN, THEN)
