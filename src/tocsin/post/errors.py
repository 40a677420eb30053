"""Why a message was not taken, in the server's own words where it spoke."""


class PostError(Exception):
    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class TemporaryError(PostError):
    """Try again later: the server said so (4xx), could not be reached, or our own set-up is at fault."""


class PermanentError(PostError):
    """Do not try again: the server refused this message or this recipient for good (5xx)."""
