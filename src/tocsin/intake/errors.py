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
