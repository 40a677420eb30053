"""What a language's data file says, ready to search with."""

from collections.abc import Mapping
from functools import cache, cached_property
from importlib import resources
from typing import Any

from tocsin.language.phrase_anchors import Classes
from tocsin.language.phrases import Phrases


class Lexicon:
    """`data/<language>.yaml` and `data/events/<language>.yaml`; each part is prepared when first asked for."""

    def __init__(self, language: str, data: Mapping[str, Any]) -> None:
        self.language = language
        self._data = data
        self.words = cache(self._joined)
        self.cues = cache(self._phrases)

    def table(self, part: str) -> dict[str, Any]:
        """A part that maps words to values, such as `months`; empty where the language has none."""
        found: dict[str, Any] = self._data.get(part) or {}
        return found

    def _joined(self, *parts: str) -> frozenset[str]:
        """`words`: all words, in lower case, of parts that are lists of single words; joined once, however often asked for."""
        return frozenset(str(word).lower() for part in parts for word in self._data.get(part) or ())

    @cached_property
    def classes(self) -> Classes:
        return {name: tuple(words) for name, words in self.table("classes").items()}

    def _phrases(self, part: str) -> Phrases:
        """`cues`: a part that maps codes to cue phrases (a bare list stands under the part's own name)."""
        found = self._data.get(part) or {}
        by_code = found if isinstance(found, dict) else {part: found}
        return Phrases(by_code, self.classes)


@cache
def lexicon(language: str | None) -> Lexicon:
    """The lexicon of a BCP 47 tag; English where the language is unknown or has no file."""
    code = (language or "en").split("-")[0].lower()
    code = code if code in languages() else "en"
    return Lexicon(code, _load(code))


@cache
def languages() -> frozenset[str]:
    """The languages that have a data file."""
    folder = resources.files(__package__).joinpath("data")
    return frozenset(
        entry.name.removesuffix(".yaml") for entry in folder.iterdir() if _is_language(entry.name)
    )


def _is_language(name: str) -> bool:
    return name.endswith(".yaml") and len(name.removesuffix(".yaml")) in (2, 3)


def _load(code: str) -> Mapping[str, Any]:
    """The language's own file, that of its events, and that of its calls, demands and sections."""
    import yaml  # here, since commands that read no text start faster without it

    safe = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times as fast, where its C part is there
    folder = resources.files(__package__).joinpath("data")
    data: dict[str, Any] = {}
    for part in (folder, folder.joinpath("events"), folder.joinpath("calls")):
        file = part.joinpath(f"{code}.yaml")
        if file.is_file():
            data |= safe(file.read_text(encoding="utf-8")).get_single_data() or {}
    return data
