"""What goes wrong with a case, in sentences for a person."""


class CannotChange(Exception):
    """The act does not fit the case; `str(error)` says why and what to do."""
