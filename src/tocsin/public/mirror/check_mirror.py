"""Whether a mirror is what it says: signed, whole, not ended, and without what was withdrawn."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from .lists import KEY, SIGNATURE, SUMS, About, about_in, digest, files_in, mark_of
from .sign import fingerprint, is_signed


def key_of(folder: Path) -> str:
    """The fingerprint of the key in it, to compare with the one that the organisation tells."""
    return fingerprint((folder / KEY).read_bytes())


def faults_of(folder: Path, now: datetime) -> Iterator[str]:
    """Sentences; none where all is well. It needs no installation, and trusts the key in the folder."""
    about = about_in(folder)
    if about is None:
        yield f"{folder} holds no mirror: mirror.json is missing or cannot be read."
        return
    if about.has_ended(now):
        yield f"It ended on {about.ends_at[:10]}: delete it, and get a new one from {about.origin}."
    yield from _changed(folder)
    yield from _withdrawn(folder, about, about)


def withdrawn_since(folder: Path, newer: Path) -> Iterator[str]:
    """What a newer copy of the same site has withdrawn. Sentences, as `faults_of`.

    A newer copy that is not real, or was signed by another key, says nothing about this one.
    """
    about, older = about_in(newer), about_in(folder)
    if about is None or any(_changed(newer)):
        yield f"{newer} is no real copy: it cannot tell what was withdrawn."
    elif key_of(newer) != key_of(folder):
        yield f"{newer} was signed by another key than {folder}: they are not of one site."
    elif older:
        yield from _withdrawn(folder, older, about)


def _changed(folder: Path) -> Iterator[str]:
    try:
        listed = (folder / SUMS).read_bytes()
        pem, signature = (folder / KEY).read_bytes(), (folder / SIGNATURE).read_bytes()
    except OSError as fault:
        yield f"{Path(str(fault.filename)).name} is missing: nobody can tell whether this copy is real."
        return
    if not is_signed(pem, signature, listed):
        yield "SHA256SUMS was not signed by the key beside it: do not trust this copy."
    sums = dict(
        line.split("  ", 1)[::-1] for line in listed.decode(errors="replace").splitlines() if "  " in line
    )
    there = set(files_in(folder))
    yield from (f"{file} is missing." for file in sorted(set(sums) - there))
    yield from (f"{file} was added by somebody." for file in sorted(there - set(sums)))
    yield from (
        f"{file} was changed." for file in sorted(there & set(sums)) if digest(folder / file) != sums[file]
    )


def _withdrawn(folder: Path, older: About, newer: About) -> Iterator[str]:
    for file in files_in(folder):
        parts = Path(file).with_suffix("").parts
        marks = [mark_of("/".join(parts[at : at + 2])) for at in range(len(parts) - 1)]
        if any(mark in newer.withdrawn for mark in marks):
            yield f"{file} was withdrawn: delete it."
        elif any(newer.has_taken_back(mark, older) for mark in marks):
            yield f"{file} holds what was taken back since: delete it, and take the newer one."
