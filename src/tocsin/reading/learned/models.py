"""The shipped models, opened when first needed."""

from collections.abc import Sequence
from importlib import resources
from threading import Lock
from typing import Any

Weighted = dict[str, float]  # what is known of one person, and how much each thing weighs
Item = list[str] | Weighted  # of one token


class Model:
    """A conditional random field; the tagger under it keeps state, so one text at a time."""

    def __init__(self, data: bytes) -> None:
        import pycrfsuite  # here, since commands that read no text start faster without it

        self._data = data  # the tagger reads in it as long as it lives
        self._tagger: Any = pycrfsuite.Tagger()
        self._tagger.open_inmemory(data)
        self._lock = Lock()

    def tag(self, items: Sequence[Item]) -> list[tuple[str, float]]:
        """For each item its label, and how probable that label is at its place; nobody asks how sure an O is."""
        with self._lock:
            return [
                (label, 1.0 if label == "O" else self._tagger.marginal(label, place))
                for place, label in enumerate(self._tagger.tag(items))
            ]

    def weigh(self, item: Item) -> dict[str, float]:
        """Every label and its probability, for an item that stands alone."""
        with self._lock:
            self._tagger.set([item])
            return {label: self._tagger.marginal(label, 0) for label in self._tagger.labels()}


_opened: dict[str, Model] = {}


def model(name: str) -> Model:
    """`names`, `standing`, `status` or `incidents`, as `make train` wrote them."""
    if name not in _opened:
        _opened[name] = Model(resources.files(__package__).joinpath(f"{name}.crfsuite").read_bytes())
    return _opened[name]


def use(name: str, taught: Model) -> None:
    """Reads on with a model that was taught just now, as training does."""
    _opened[name] = taught
