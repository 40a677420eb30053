"""What goes wrong with a report or its review, in sentences for a person."""


class CannotReview(Exception):
    """The act does not fit the state of the report; `str(error)` says why and what to do."""
