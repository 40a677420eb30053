"""One person has one voice in one action."""


def voice(action: int) -> str:
    """The words that make a supporter's fingerprint that of this action, by its key, and of no other."""
    return f"action {action}"
