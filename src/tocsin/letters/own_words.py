"""What a supporter wrote herself: the sentences of her letter that its draft does not have."""

from tocsin.letters.sentences import sentences

# Shorter ones are greetings, farewells and names.
_SHORTEST = 15
_SHORTEST_DENSE = 8  # some scripts say more with each letter
LONGEST = 600


def own_words(body: str, draft: str, name: str = "") -> str:
    """In her order and on one line, at most 600 characters; empty where the letter is as it was drafted."""
    drafted = {_key(text) for text in sentences(draft)}
    hers = [text for text in sentences(body) if _is_hers(text, drafted, name)]
    words = " ".join(hers)
    if len(words) <= LONGEST:
        return words
    return words[: LONGEST - 2].rsplit(" ", 1)[0].rstrip(" ,;:-–") + " …"


def _is_hers(text: str, drafted: set[str], name: str) -> bool:
    key = _key(text)
    is_long = len(key) >= (_SHORTEST if key.isascii() else _SHORTEST_DENSE)
    return is_long and key.removesuffix(_key(name)) not in {*drafted, ""}


def _key(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())
