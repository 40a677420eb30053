"""What can go wrong with a second reader, in words for people. None of these ever quotes the text or a key."""


class OpinionFailed(Exception):
    """The reader gave no opinion on this text; `str(error)` is the rest of a sentence that says why."""


class NotInstalled(Exception):
    """The reader is not there; `str(error)` is a sentence with the mend."""


class MustNotLeave(Exception):
    """The reader stands on another server, and this text may not leave ours."""
