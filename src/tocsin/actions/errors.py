"""What stands in the way of an act, in sentences for a person."""

from collections.abc import Iterable


class CannotPublish(Exception):
    """The action cannot be (or stay) public as it stands; `sentences` say what is missing."""

    def __init__(self, sentences: Iterable[str]) -> None:
        self.sentences = tuple(sentences)
        super().__init__(" ".join(self.sentences))


class CannotChange(Exception):
    """The change cannot be made; `str(error)` says why and what to do instead."""
