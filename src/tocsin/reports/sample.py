"""The project's own sample: an appeal of 2003 and the story of a strike in 2011, written for it from public facts. History, not a call."""

from importlib import resources

from .models import Report
from .receive import receive

PUBLISHER = "Tocsin, historical sample"
# File below sample/ -> when a report like it was published (EDTF), and whose facts it tells.
SAMPLE = {
    "story/2011-05-27-detained.txt": ("2011-05-27", "Tocsin, after Amnesty International"),
    "story/2011-06-02-charged.txt": ("2011-06-02", "Tocsin, after Amnesty International (in Russian)"),
    "aktau-2011-06.txt": ("2011-06-08", "Tocsin, after the Socialist Movement Kazakhstan"),
    "zhanaozen-2011-06.txt": ("2011-06-14", "Tocsin, after the Socialist Movement Kazakhstan, 14 June"),
    "story/2011-08-09-sentenced.txt": ("2011-08-09", "Tocsin, after Human Rights Watch"),
    "story/2011-08-26-two-deaths.txt": ("2011-08-26", "Tocsin, after Radio Azattyq"),
    "story/2011-09-09-mourning.txt": ("2011-09-09", "Tocsin, after Radio Free Europe/Radio Liberty"),
    "story/2011-09-27-appeal-refused.txt": ("2011-09-27", "Tocsin, after Human Rights Watch"),
    "story/2011-12-16-ten.txt": ("2011-12-16", "Tocsin, after Regnum"),
    "story/2011-12-17-eleven.txt": ("2011-12-17", "Tocsin, after Radio Free Europe/Radio Liberty"),
    "story/2011-12-18-thirteen.txt": ("2011-12-18", "Tocsin, after RIA Novosti and ITAR-TASS"),
    "story/2011-12-19-at-least-fifteen.txt": ("2011-12-19", "Tocsin, after Reuters"),
    "story/2011-12-19-thirty-to-seventy.txt": ("2011-12-19", "Tocsin, after Kommersant"),
    "story/2011-12-23-sixty-four.txt": ("2011-12-23", "Tocsin, after the Open Dialog Foundation"),
    "story/2012-03-12-released.txt": ("2012-03-12", "Tocsin, after EurasiaNet"),
    "story/2012-03-13-sechs-monate.txt": (
        "2012-03-13",
        "Tocsin, after Andrej Hunko, Member of the Bundestag",
    ),
    "story/2012-05-24-amnesty.txt": ("2012-05-24", "Tocsin, after Amnesty International"),
    "havana-2003-04.txt": ("2003-04-14", PUBLISHER),
}


def load_sample() -> list[Report]:
    """Stores the sample as reports that wait for review. Called again it changes nothing."""
    return [
        receive(sample_bytes(name), name, published=published, publisher=publisher, is_sample=True)
        for name, (published, publisher) in SAMPLE.items()
    ]


def sample_bytes(name: str) -> bytes:
    """One text of the sample, as a report would come in."""
    return resources.files("tocsin.reports").joinpath("sample", *name.split("/")).read_bytes()
