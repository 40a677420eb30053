"""One spelling of an organisation's name: 'Fagforbundet – Oslo' and 'FAGFORBUNDET, Oslo' are one."""

import unicodedata


def fold(name: str) -> str:
    """Letters and digits alone, without case and accents, in any script. Empty for a name without either."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in plain if letter.isalnum())
