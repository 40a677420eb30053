"""Nobody's mailbox is filled through us: so many mails to one in an hour, whoever asks for them and by whichever door."""

from .address import canonical
from .rate_keys import RateKeys, rate_keys

TO_ONE_MAILBOX = 5  # in an hour, a process


def is_one_too_many(email: str, keys: RateKeys = rate_keys) -> bool:
    """Counts this one. The caller answers as ever and does nothing."""
    return keys.count("mailbox", canonical(email)) > TO_ONE_MAILBOX


def take_back(email: str, keys: RateKeys = rate_keys) -> None:
    """As if it had not been asked for: for what we could not do ourselves."""
    keys.take_back("mailbox", canonical(email))
