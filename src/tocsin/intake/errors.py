"""What cannot be read, said to people."""


class Unreadable(Exception):
    """`str()` is a sentence that says what is wrong and what to do; whoever prints it names the file."""


class Empty(Unreadable):
    pass


class TooLarge(Unreadable):
    pass


class Binary(Unreadable):
    pass


class NotYet(Unreadable):
    """A format that is known but not read."""


class NotFound(Unreadable):
    pass


class Damaged(Unreadable):
    """Its parser gave up, or was stopped by a signal."""


class Overblown(Unreadable):
    """It would take more time or memory than one report may."""


class Locked(Unreadable):
    """It opens only with a password."""


class NeedsTesseract(Unreadable):
    """Words in a picture, and no program to recognise them."""


class NotFetched(Unreadable):
    """A web address that is not opened, or whose server did not answer as it should."""
