"""What goes wrong in a relay, in sentences for a person."""


class CannotCall(Exception):
    """The act does not fit the relay or its turns as they stand; `str(error)` says why and what to do."""
