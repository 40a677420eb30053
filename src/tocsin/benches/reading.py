"""How fast appeals are read, beside the same dictionaries and expressions alone, and beside spaCy where it is installed."""

import resource
import sys
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from statistics import median

from tocsin.benches.appeals import SIZE, appeals
from tocsin.benches.result import Result
from tocsin.benches.timing import cpu_seconds, each, walls

FLOOR = "the same dictionaries and expressions alone"
INTERPRETER = "an interpreter that starts and ends"
SPACY_MODEL = "en_core_web_sm"
LONG = 1_000_000


def measure(quick: bool) -> Iterator[Result]:
    yield _appeals(40 if quick else 200, rounds=3 if quick else 5)
    yield _one_long_text(LONG // 10 if quick else LONG)
    yield _start(3 if quick else 9)


def _appeals(count: int, rounds: int) -> Result:
    from tocsin.benches.floor import floor
    from tocsin.reading.read import read_text

    texts = appeals(count)
    read = each(lambda text: read_text(text, "bench"), texts)
    read()  # once to load what is loaded once
    seconds = cpu_seconds(read, rounds)
    peer = _spacy()
    return Result(
        path=f"appeals of {SIZE} characters",
        ours_per_s=count / seconds,
        cpu_ms=seconds / count * 1000,
        limit=FLOOR,
        limit_per_s=count / cpu_seconds(each(floor(), texts), rounds),
        peer=f"spaCy {SPACY_MODEL}" if peer else None,
        peer_per_s=count / cpu_seconds(each(peer, texts), 1) if peer else None,
        mb_per_s=sum(len(text.encode()) for text in texts) / seconds / 1e6,
        peak_mb=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000 if not peer else None,
    )


def _one_long_text(size: int) -> Result:
    """Linear time: a text ten times as long at the same rate. The limit is the rate of its own tenth."""
    from tocsin.reading.read import read_text

    tenth, whole = appeals(1, size // 10)[0], appeals(1, size)[0]
    short = cpu_seconds(lambda: read_text(tenth, "bench"), 2)
    long = cpu_seconds(lambda: read_text(whole, "bench"), 1)
    return Result(
        path=f"one text of {size} characters, ten times its tenth",
        ours_per_s=1 / long,
        cpu_ms=long * 1000,
        limit="ten times as long as a tenth of it takes",
        limit_per_s=1 / (10 * short),
        mb_per_s=len(whole.encode()) / long / 1e6,
    )


def _start(times: int) -> Result:
    """From the command to the first draft, as a person waits for it: wall time."""
    text = appeals(1)[0].encode()
    ours = walls([sys.executable, "-m", "tocsin.cli.main", "read", "-", "--format", "json"], text, times)
    bare = walls([sys.executable, "-c", "pass"], b"", times)
    return Result(
        path="start of `tocsin read` to its first draft",
        ours_per_s=1 / median(ours),
        cpu_ms=resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime / (2 * times) * 1000,
        limit=INTERPRETER,
        limit_per_s=1 / median(bare),
        p50_ms=median(ours) * 1000,
        p99_ms=max(ours) * 1000,
    )


def _spacy() -> Callable[[str], object] | None:
    if not (find_spec("spacy") and find_spec(SPACY_MODEL)):
        return None
    import spacy

    reader: Callable[[str], object] = spacy.load(SPACY_MODEL)
    return reader
