"""A piece of work in a fresh process, as that process itself tells of it."""

import subprocess
import sys

_MEASURED = """
import time
started = time.process_time()
{work}
seconds = time.process_time() - started
import pathlib, re
status = pathlib.Path("/proc/self/status")  # what getrusage tells is never less than the parent has
peak = re.search("VmHWM:\\s*([0-9]+)", status.read_text()) if status.exists() else None
print(seconds, int(peak[1]) * 1.024 / 1000 if peak else "nan")
"""


def measured(work: str) -> str:
    """The code of such a process: does its work, then prints what `fresh` reads."""
    return _MEASURED.format(work=work)


def fresh(work: str, given: bytes = b"") -> tuple[float, float]:
    """Processor seconds and MB at most; no number where the system has no /proc."""
    said = subprocess.run(
        [sys.executable, "-c", measured(work)], input=given, capture_output=True, check=True
    )
    seconds, peak = map(float, said.stdout.splitlines()[-1].split())
    return seconds, peak
