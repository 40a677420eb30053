"""All that strangers are served, and all that waits to leave: every page that links lead to, every stored file, mirror and queue."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup
from django.conf import settings
from django.test import Client

from tocsin.delivery.dispatch.claim import Claim
from tocsin.delivery.dispatch.load import load
from tocsin.delivery.message import message_of
from tocsin.delivery.models import WAITING, Delivery
from tocsin.jobs.models import Job
from tocsin.look.languages import parted

from .world import World


def everything_served(world: World) -> Iterator[tuple[str, bytes]]:
    """Where it stands, and its bytes."""
    for code, _name in settings.LANGUAGES:
        yield from _pages(code)
    yield from _files(Path(settings.PAGES_FOLDER))
    yield from _files(world.data.parent / "mirror")
    yield from _outbox()


def _pages(language: str) -> Iterator[tuple[str, bytes]]:
    """What a stranger reaches by links and by choosing a country, beginning at the front page, whose browser likes this language."""
    client, asked, waiting = Client(), set[str](), ["/", "/feed"]
    while waiting:
        address = waiting.pop()
        if address in asked:
            continue
        asked.add(address)
        answer = client.get(address, headers={"accept-language": language}, follow=True)
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        yield f"{language} {address}", body
        if "html" in answer.headers.get("Content-Type", ""):
            waiting += [each for each in _links(address, body) if each not in asked]


def _links(address: str, body: bytes) -> Iterator[str]:
    page = BeautifulSoup(body, "lxml")
    for link in page.find_all("a", href=True):
        parts = urlsplit(urljoin(address, str(link["href"])))
        path = parted(parts.path)[1]
        if parts.scheme in ("", "http", "https") and not path.startswith(("/desk", "/offices")):
            yield path + (f"?{parts.query}" if parts.query else "")
    for form in page.find_all("form", action=True):
        if str(form["action"]).endswith("/write") and str(form.get("method", "get")).lower() == "get":
            yield f"{parted(str(form['action']))[1]}?country=NO&ties=no"


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in folder.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            yield str(path), gzip.decompress(content) if path.suffix == ".gz" else content


def _outbox() -> Iterator[tuple[str, bytes]]:
    """Jobs with what they carry, and letters as they would travel."""
    for job in Job.objects.filter(done_at=None):
        yield f"job {job.kind}", json.dumps(job.payload, ensure_ascii=False).encode()
    waiting = Delivery.objects.filter(state__in=WAITING).values_list("pk", flat=True)
    for taken in load([Claim(pk, 0) for pk in waiting]):
        if taken.mail:
            yield (
                f"letter {taken.claim.pk}",
                b"\n".join(
                    part.encode() if isinstance(part, str) else part for part in message_of(taken.mail)
                ),
            )
