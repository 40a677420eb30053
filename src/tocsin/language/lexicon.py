"""What a language's data file says, ready to search with."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property
from importlib import resources
from pathlib import Path
from typing import Any

from tocsin.language.kept import kept
from tocsin.language.phrase import Unfolded, unfolded
from tocsin.language.phrase_anchors import Classes
from tocsin.language.phrases import Phrases

# What reads the notation of phrases: what was made by other code is made anew.
NOTATION = [
    Path(__file__).with_name(name)
    for name in ("lexicon.py", "phrase.py", "phrase_anchors.py", "plain_phrases.py")
]


class Lexicon:
    """`data/<language>.yaml` and `data/events/<language>.yaml`; each part is prepared when first asked for."""

    def __init__(self, language: str, data: Mapping[str, Any], known: Mapping[str, Unfolded]) -> None:
        self.language = language
        self._data = data
        self._known = known
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
        return classes_of(self._data)

    def _phrases(self, part: str) -> Phrases:
        """`cues`: a part that maps codes to cue phrases (a bare list stands under the part's own name)."""
        found = self._data.get(part) or {}
        by_code = found if isinstance(found, dict) else {part: found}
        return Phrases(by_code, self.classes, self._known)


@cache
def lexicon(language: str | None) -> Lexicon:
    """The lexicon of a BCP 47 tag; English where the language is unknown or has no file."""
    code = (language or "en").split("-")[0].lower()
    code = code if code in languages() else "en"
    folder = resources.files(__package__).joinpath("data")
    parts = (folder, folder.joinpath("events"), folder.joinpath("calls"))
    return lexicon_of(code, [Path(str(part.joinpath(f"{code}.yaml"))) for part in parts])


def lexicon_of(code: str, files: Sequence[Path]) -> Lexicon:
    """The lexicon that files of one language make together, later ones before earlier ones; some may be missing."""
    data, known = kept(f"{code}-words", [*files, *NOTATION], lambda: _made(files))
    return Lexicon(code, data, known)


@cache
def languages() -> frozenset[str]:
    """The languages that have a data file."""
    folder = resources.files(__package__).joinpath("data")
    return frozenset(
        entry.name.removesuffix(".yaml") for entry in folder.iterdir() if _is_language(entry.name)
    )


def _is_language(name: str) -> bool:
    return name.endswith(".yaml") and len(name.removesuffix(".yaml")) in (2, 3)


def _made(files: Sequence[Path]) -> tuple[dict[str, Any], dict[str, Unfolded]]:
    """What the files say, and each phrase of theirs unfolded."""
    import yaml  # here, since commands that read no text start faster without it

    safe = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times as fast, where its C part is there
    data: dict[str, Any] = {}
    for file in files:
        if file.is_file():
            data |= safe(file.read_text(encoding="utf-8")).get_single_data() or {}
    classes = classes_of(data)
    return data, {one: unfolded(one, classes) for part in data.values() for one in _phrases_in(part)}


def classes_of(data: Mapping[str, Any]) -> Classes:
    return {name: tuple(words) for name, words in (data.get("classes") or {}).items()}


def _phrases_in(part: object) -> Iterator[str]:
    """Of lists, and of lists under codes."""
    lists = part.values() if isinstance(part, dict) else [part]
    yield from (one for ones in lists if isinstance(ones, list) for one in ones if isinstance(one, str))
