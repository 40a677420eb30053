"""The project's own sample: three appeals of the past, written for it from public facts. History, not a call."""

from importlib import resources

from .models import Report
from .receive import receive

PUBLISHER = "Tocsin, historical sample"
# File below sample/ -> when an appeal like it was published (EDTF).
SAMPLE = {
    "aktau-2011-06.txt": "2011-06-08",
    "zhanaozen-2011-06.txt": "2011-06-14",
    "havana-2003-04.txt": "2003-04-14",
}


def load_sample() -> list[Report]:
    """Stores the sample as reports that wait for review. Called again it changes nothing."""
    return [
        receive(sample_bytes(name), name, published=published, publisher=PUBLISHER, is_sample=True)
        for name, published in SAMPLE.items()
    ]


def sample_bytes(name: str) -> bytes:
    """One text of the sample, as a report would come in."""
    return resources.files("tocsin.reports").joinpath("sample", name).read_bytes()
