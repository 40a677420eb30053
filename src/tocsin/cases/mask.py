"""Leaving names out of text: every part of a name, in the forms that a text may give it."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cached_property
from typing import Any

from anyascii import anyascii
from django.utils.translation import gettext as _

from tocsin.language.cyrillic import to_latin
from tocsin.post.frozen import FrozenWords

from .address_words import address_words, run_together
from .other_spellings import OtherSpellings

# Scripts that put no space between words: a name is found inside a run of letters there.
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_ADDRESS = re.compile(r"\w+://[^\s<>\"]+")
_TAG = re.compile(r"(?<!\w)[#@]\w[\w.\-]*")
_BEFORE_CAPITAL = re.compile(r"(?<=[^\W\d_])(?=[A-Z\u0400-\u042f])")
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
_INITIALS_BEFORE = r"(?:[^\W\d_]\.\s?){0,2}"
_SHORTEST_PART = 3
# "Sokolova's", "Соколовой": a part of this length may end otherwise than in the form that we know.
_BENDS_FROM = 6
# Shorter names stand by chance in the letters of an address.
_JOINED_FROM = 8


class Mask:
    """Replaces withheld names. `names` maps each name to what stands in its place.

    A part of a name that is also part of a `shown` name is replaced only where the whole name stands.
    """

    def __init__(
        self, names: dict[str, str], shown: Iterable[str] = (), frozen: FrozenWords | None = None
    ) -> None:
        """`frozen`: addresses in the wrong hands, which are left out as well."""
        self._frozen = frozen or FrozenWords(())
        self._names = {_plain(name): put for name, put in names.items() if name.strip()}
        self._shown_words = {word for name in shown for word in _WORD.findall(_plain(name))}

    def text(self, text: str) -> str:
        """`text` with every withheld name, and every part of one, replaced."""
        text = self._frozen.text(self._bare(unicodedata.normalize("NFC", text)))
        if "://" in text:
            text = _ADDRESS.sub(lambda found: self.address(found[0]) or _("[address withheld]"), text)
        text = _TAG.sub(lambda found: self._tag(found[0]), text)
        plain = _plain(text)
        for pattern, put in self._patterns:
            if pattern.search(plain):
                text = _replaced(text, pattern, put)
                plain = _plain(text)
        for start, end, put in reversed(self._other_spellings.found(text)):
            text = f"{text[:start]}{put}{text[end:]}"
        return self._once(text)

    def _once(self, text: str) -> str:
        """Two words of one name beside each other are left out once."""
        for put in set(self._names.values()):
            if put and text.count(put) > 1:
                text = re.sub(rf"({re.escape(put)})(?:[\s\-]*\1)+", r"\1", text)
        return text

    def value(self, value: Any) -> Any:
        """The same for all texts in a value of plain dicts, lists and texts."""
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, dict):
            return {key: self.value(inner) for key, inner in value.items()}
        return [self.value(inner) for inner in value] if isinstance(value, list) else value

    def touches(self, text: str) -> bool:
        """Whether a withheld name, or a frozen address, stands in `text`."""
        return self._frozen.touch(text) or self._is_named(_without_unseen(text))

    def _is_named(self, text: str) -> bool:
        plain = _plain(text)
        if any(pattern.search(plain) for pattern, _put in self._patterns):
            return True
        return bool(self._other_spellings.found(text) or self._tagged(text))

    def _tagged(self, text: str) -> list[str]:
        return [tag for tag in _TAG.findall(text) if self._tag(tag) != tag]

    def _tag(self, tag: str) -> str:
        """'#FreeSokolova' names her, too."""
        words = address_words(_BEFORE_CAPITAL.sub(" ", tag))
        letters = run_together(anyascii(words))
        is_named = not self.address(words) or any(part in letters for part in self._long_parts)
        return tag[0] + withheld() if is_named or self._other_spellings.found(words.title()) else tag

    def _bare(self, text: str) -> str:
        """Without signs that nobody sees where they hide a name."""
        bare = _without_unseen(text)
        return bare if bare != text and self._is_named(bare) else text

    @cached_property
    def _other_spellings(self) -> OtherSpellings:
        return OtherSpellings(self._names, self._shown_words)

    def address(self, url: str) -> str:
        """`url`; nothing where a withheld name stands in it, encoded, in Latin letters or run together with others."""
        words = address_words(url)
        letters = run_together(anyascii(words))
        is_named = self._in_latin.touches(words) or any(name in letters for name in self._joined)
        return "" if is_named else url

    @cached_property
    def _in_latin(self) -> "Mask":
        """The same names and their transliterations: what an address is made of."""
        names = [form for name in self._names for form in (name, to_latin(name).title(), anyascii(name))]
        return Mask(dict.fromkeys(names, ""), self._shown_words)

    @cached_property
    def _joined(self) -> frozenset[str]:
        """Whole names as letters alone, in both orders of their words."""
        orders = [order for name in self._in_latin._names for order in (name.split(), name.split()[::-1])]
        joined = {run_together(anyascii(" ".join(words))) for words in orders}
        return frozenset(name for name in joined if len(name) >= _JOINED_FROM)

    @cached_property
    def _long_parts(self) -> frozenset[str]:
        """Words of names as letters alone, of which none stands in a tag by chance."""
        parts = {part for name in self._in_latin._names for part in _parts(name) if not self._is_said(part)}
        return frozenset(run_together(anyascii(part)) for part in parts if len(part) >= _BENDS_FROM)

    def _is_said(self, part: str) -> bool:
        return part.casefold() in {word.casefold() for word in self._shown_words}

    @cached_property
    def _patterns(self) -> list[tuple[re.Pattern[str], str]]:
        """Whole names before their parts, longest first."""
        ordered = sorted(self._names.items(), key=lambda pair: -len(pair[0]))
        whole = [(_bounded(_whole(name), name), put) for name, put in ordered]
        parts = [(_bounded(_INITIALS_BEFORE + _bent(p), p), put) for n, put in ordered for p in _parts(n)]
        return whole + [(pattern, put) for pattern, put in parts if not self._is_shown(pattern)]

    def _is_shown(self, pattern: re.Pattern[str]) -> bool:
        return any(pattern.fullmatch(word) for word in self._shown_words)


def withheld() -> str:
    return _("[name withheld]")


def initials(name: str) -> str:
    """'Natalia Sokolova' -> 'N. S.'"""
    return " ".join(f"{word[0]}." for word in _WORD.findall(name))


def _without_unseen(text: str) -> str:
    return text.translate(_UNSEEN)


def _plain(text: str) -> str:
    """Without accents, letter for letter: as long as the text in NFC."""
    return "".join(
        c if _is_hangul(c) else unicodedata.normalize("NFD", c)[0] for c in unicodedata.normalize("NFC", text)
    )


def _is_hangul(letter: str) -> bool:
    """A syllable of Korean, which Unicode takes for a consonant with signs on it."""
    return "\uac00" <= letter <= "\ud7a3"


def _replaced(text: str, pattern: re.Pattern[str], put: str) -> str:
    pieces, at = [], 0
    for found in pattern.finditer(_plain(text)):
        pieces += [text[at : found.start()], put]
        at = found.end()
    return "".join([*pieces, text[at:]])


def _parts(name: str) -> list[str]:
    """The words of a name that tell who it is: 'de' and 'bin' do not."""
    words = _WORD.findall(name)
    return [w for w in words if len(w) >= _SHORTEST_PART and not w.islower() and len(words) > 1]


def _whole(name: str) -> str:
    return r"[\s.,\-]+".join(_bent(word) for word in name.split())


def _bent(word: str) -> str:
    """The word with any ending in place of its last two letters, where it is long enough."""
    if len(word) < _BENDS_FROM or _UNSPACED.search(word):
        return re.escape(word)
    return re.escape(word[:-2]) + r"[^\W\d_]{0,5}"


def _bounded(pattern: str, name: str) -> re.Pattern[str]:
    if _UNSPACED.search(name):
        return re.compile(pattern, re.IGNORECASE)
    return re.compile(rf"(?<![^\W\d_]){pattern}(?![^\W\d_])", re.IGNORECASE)
