"""Whether words were only taken out: that needs no second person."""


def takes_away(old: str, new: str) -> bool:
    """Whether nothing was done but to leave out whole paragraphs: within one, a word less may say the contrary."""
    left = iter(_paragraphs(old))
    return all(paragraph in left for paragraph in _paragraphs(new))


def _paragraphs(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
