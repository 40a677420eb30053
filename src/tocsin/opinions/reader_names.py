"""The second readers by name."""

from typing import Literal

ReaderName = Literal["spacy", "natasha", "endpoint"]
READER_NAMES: tuple[ReaderName, ...] = ("spacy", "natasha", "endpoint")
