"""Texts in which a name was replaced by a marker, made fit to be read aloud."""

import re

from tocsin.letters.words import telling_words


def without_marker(text: str, marker: str, language: str) -> str:
    """'their lawyer [name withheld]' -> 'their lawyer'; a marker that stands alone becomes words."""
    words = telling_words(language)
    kept = "|".join(re.escape(word) for word in words["before_names"])
    mark = re.escape(marker)
    text = re.sub(rf"(^|[,;]\s*|\b(?:{kept})\s+){mark}", lambda m: m[1] + words["unnamed"], text.strip())
    return " ".join(re.sub(rf"\s*{mark}", "", text).split())
