"""Writing a mirror: whole, beside the one that was there, and then in its place."""

import tempfile
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone, translation

from tocsin.look.languages import codes

from .addresses import file_of, folder_of, way_from
from .lists import ABOUT, KEY, LIFE, SIGNATURE, SUMS, About, about_in, sums_of
from .loaded import loaded_by
from .maps import with_shapes
from .rewrite import Place, rewritten
from .sign import fingerprint, own_key, told
from .site_pages import site_pages
from .withdrawn import taken_back, withdrawn

VERIFY = "verify.html"
# How others check a copy: with Tocsin, or with what most systems have.
CHECK = "tocsin mirror FOLDER --check"
CHECK_WITHOUT_US = (
    f"openssl pkeyutl -verify -pubin -inkey {KEY} -rawin -in {SUMS} -sigfile {SIGNATURE}\n"
    f"sha256sum --check --quiet {SUMS}"
)
_ADDED = '<link rel="stylesheet" href="/static/public/mirror.css"><script src="/static/public/mirror.js" defer></script></head>'


class CannotMirror(Exception):
    """A sentence for whoever asked."""


def write_mirror(folder: Path) -> int:
    """The number of files. What stood in `folder` is replaced only if it was a mirror, and only by a whole one.

    Raises CannotMirror, and OSError where it cannot be written.
    """
    if folder.exists() and any(folder.iterdir()) and about_in(folder) is None:
        raise CannotMirror(f"{folder} holds something else: name a new or an empty folder.")
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".mirror-") as beside:
        made = Path(beside) / "made"
        _write(made)
        if folder.exists():
            folder.rename(Path(beside) / "before")
        made.rename(folder)
    return sum(path.is_file() for path in folder.rglob("*"))


def _write(folder: Path) -> None:
    now = timezone.now().replace(microsecond=0)
    ends = now + LIFE
    about = About(settings.PUBLIC_URL, now.isoformat(), ends.isoformat(), withdrawn(), taken_back())
    key = own_key()
    public = told(key.public_key())
    for language in codes():
        _write_language(folder, language, about, public)
    _put(folder, KEY, public)
    _put(folder, ABOUT, about.text().encode())
    sums = sums_of(folder).encode()
    _put(folder, SUMS, sums)
    _put(folder, SIGNATURE, key.sign(sums))


def _write_language(folder: Path, language: str, about: About, public: bytes) -> None:
    pages, asked = {}, {}
    for address, page in site_pages(language):
        if file := file_of(address, language):
            pages[file], asked[file] = page, urlsplit(address).path
    verify = folder_of(language) + VERIFY
    with translation.override(language):
        pages[verify] = render_to_string("public/mirror_verify.html", _words(about, public))
    html = {
        file: with_shapes(page.replace("</head>", _ADDED))
        for file, page in pages.items()
        if file.endswith(".html")
    }
    statics = loaded_by(html.values())
    is_there = {*pages, *statics}
    for file, page in pages.items():
        if file in html:
            banner = _banner(about, public, language, way_from(file, verify))
            place = Place(file, asked.get(file, ""), language)
            page = rewritten(html[file], place, banner, is_there)
        _put(folder, file, page.encode())
    for file, content in statics.items():
        _put(folder, file, content)


def _words(about: About, public: bytes) -> Mapping[str, object]:
    return {
        "origin": about.origin,
        "made_at": datetime.fromisoformat(about.made_at),
        "ends_at": datetime.fromisoformat(about.ends_at),
        "withdrawn": len(about.withdrawn),
        "fingerprint": fingerprint(public),
        "command": CHECK,
        "commands": CHECK_WITHOUT_US,
    }


def _banner(about: About, public: bytes, language: str, verify: str) -> str:
    with translation.override(language):
        return render_to_string("public/mirror_banner.html", {**_words(about, public), "verify": verify})


def _put(folder: Path, file: str, content: bytes) -> None:
    path = folder / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
