"""The garbage collector of a process that answers, in a process of its own."""

import subprocess
import sys

SCRIPT = """
import gc
from tocsin.site.collector import leave_what_is_loaded
leave_what_is_loaded()
left = gc.get_freeze_count()
class Ring: pass
ring = Ring(); ring.itself = ring
seen = __import__("weakref").ref(ring)
del ring
gc.collect()
print(left > 1000, gc.get_threshold(), seen() is None)
"""


def test_what_is_loaded_is_left_alone_and_what_comes_later_is_collected() -> None:
    said = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "True (10000, 20, 20) True"
