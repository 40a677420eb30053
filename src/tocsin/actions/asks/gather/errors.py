"""What goes wrong with a gathering, in sentences for a person."""

from collections.abc import Mapping


class CannotHost(Exception):
    """What was told of a gathering cannot stand; `wrong` are sentences by the field of the form, "" for the whole."""

    def __init__(self, wrong: Mapping[str, str]) -> None:
        self.wrong = dict(wrong)
        super().__init__(" ".join(self.wrong.values()))
