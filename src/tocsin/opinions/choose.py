"""Which second reader is asked: one of these names, and none unless somebody chose it."""

from .endpoint import EndpointReader
from .endpoint_settings import EndpointSettings
from .errors import NotInstalled
from .natasha_reader import NatashaReader
from .reader_names import ReaderName
from .second_reader import SecondReader
from .spacy_reader import SpacyReader


def second_reader(name: ReaderName, endpoint: EndpointSettings, may_leave: bool = False) -> SecondReader:
    """`may_leave` is of the one text that it will be asked about. Raises `NotInstalled`, with the mend."""
    match name:
        case "spacy":
            return SpacyReader()
        case "natasha":
            return NatashaReader()
        case "endpoint":
            return EndpointReader(endpoint, may_leave)
    raise NotInstalled(f"There is no second reader '{name}': choose spacy, natasha or endpoint.")
