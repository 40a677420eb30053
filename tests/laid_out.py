"""A database with all its tables and nothing in them, made once a run."""

import fcntl
import os
import shutil
import subprocess
import sys
from pathlib import Path

FILE = "tocsin.sqlite3"
BRING_UP = "import django; django.setup(); from tocsin.site.database.tables import bring_up; bring_up()"


def laid_out_in(shared: Path) -> Path:
    """The database, in a folder that all processes of a run share; whoever asks first makes it."""
    made = shared / "laid-out" / FILE
    with (shared / "laid-out.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.exists():
            beginning = shared / "beginning"
            beginning.mkdir()
            lay_out(TOCSIN_DATA=str(beginning))
            beginning.rename(made.parent)
    return made


def lay_out(**where: str) -> None:
    """Brings the tables of the installation that `where` names up to this version."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("TOCSIN_")}
    ours = {"DJANGO_SETTINGS_MODULE": "tocsin.site.settings", "TOCSIN_SECRET_KEY": "for tests", **where}
    subprocess.run([sys.executable, "-c", BRING_UP], env={**kept, **ours}, check=True)


def installation(made: Path, data: Path) -> Path:
    """`data` as the folder of an installation that was set up and never used."""
    data.mkdir(parents=True)
    shutil.copy(made, data / FILE)
    return data
