"""What goes wrong with an office or its contact points, in sentences for a person."""


class CannotUse(Exception):
    """The contact cannot be stored or confirmed as given; `str(error)` says what to mend."""
