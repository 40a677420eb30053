"""natasha: names in Russian, on this machine. Publisher's own package, MIT, its model inside (extra `russian`)."""

from collections.abc import Callable
from functools import cache

from .errors import NotInstalled, OpinionFailed
from .finding import Finding
from .marked_names import Marked, findings

LANGUAGE = "ru"
Tagger = Callable[[str], list[Marked]]


class NatashaReader:
    """Loaded at its first text: about half a second and 200 MB that stay. Raises `NotInstalled`."""

    name = "natasha"
    stays_here = True

    def __init__(self, tagger: Callable[[], Tagger] | None = None) -> None:
        self._tagger = tagger or _installed()

    def read(self, text: str, language: str | None) -> list[Finding]:
        if (language or "").split("-")[0] != LANGUAGE:
            raise OpinionFailed("it reads Russian alone")
        return findings(text, self._tagger()(text))


def _installed() -> Callable[[], Tagger]:
    from importlib.util import find_spec

    if find_spec("natasha") is None:
        raise NotInstalled(
            "natasha is not installed. Install it: .venv/bin/pip install natasha (or: uv pip install natasha)"
        )
    return _load


@cache
def _load() -> Tagger:
    from natasha import Doc, NewsEmbedding, NewsNERTagger, Segmenter

    segmenter, names = Segmenter(), NewsNERTagger(NewsEmbedding())

    def tag(text: str) -> list[Marked]:
        document = Doc(text)
        document.segment(segmenter)
        document.tag_ner(names)
        return [(span.start, span.stop, span.type) for span in document.spans]

    return tag
