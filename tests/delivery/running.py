"""The site and a worker as they run in earnest, and people who press the button of their mail until they are heard."""

import os
import signal
import subprocess
import sys
import threading
import urllib.parse
import urllib.request
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from queue import SimpleQueue

from django.conf import settings
from tests import processes
from tests.patience import PATIENCE, wait_until

from .mail_server import free_port

MAIL_FROM = "letters@appeals.example"


def tocsin(*arguments: str, within: Sequence[str] = (), **more: str) -> subprocess.Popen[bytes]:
    """One of our commands, on the database of the test and in a session of its own; `within`: what it is called by."""
    return subprocess.Popen(
        [*within, sys.executable, "-m", "tocsin.cli.main", *arguments, "--data", str(settings.DATA)],
        env=processes.environment(**more),
        start_new_session=True,
    )


def kill(process: subprocess.Popen[bytes]) -> None:
    """`kill -9`, with all the processes that it has begun."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def start_worker(mail_url: str, within: Sequence[str] = ()) -> subprocess.Popen[bytes]:
    return tocsin("work", within=within, TOCSIN_SMTP_URL=mail_url, TOCSIN_MAIL_FROM=MAIL_FROM)


@contextmanager
def worker(mail_url: str, within: Sequence[str] = ()) -> Iterator[subprocess.Popen[bytes]]:
    process = start_worker(mail_url, within)
    try:
        yield process
    finally:
        kill(process)


class Site:
    """The real server with one serving process, always at the same address."""

    def __init__(self, within: Sequence[str] = ()) -> None:
        self.within = within
        self.port = free_port()
        self.origin = f"http://127.0.0.1:{self.port}"
        self.answering = threading.Event()

    def start(self) -> None:
        self.process = tocsin("serve", "--port", str(self.port), "--workers", "1", within=self.within)
        wait_until(lambda: self.answers() or self.process.poll() is not None)
        assert self.process.poll() is None
        self.answering.set()

    def answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.origin}/safety", timeout=PATIENCE) as response:
                return bool(response.status == 200)
        except OSError:
            return False

    def look_after(self) -> None:
        """Starts it again where it ended, as systemd and `tocsin up` do: granian itself does so after two deaths in a row."""
        if self.process.poll() is not None:
            self.answering.clear()
            self.start()

    def kill(self) -> None:
        self.answering.clear()
        kill(self.process)

    def kill_the_serving_process(self) -> None:
        """The one that answers; what has started it starts another."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        for child in children.read_text().split():
            os.kill(int(child), signal.SIGKILL)

    def press(self, token: str) -> bool:
        """The button of a confirmation page; whether the server said that it was heard."""
        secret = "c" * 32
        form = urllib.parse.urlencode({"csrfmiddlewaretoken": secret}).encode()
        request = urllib.request.Request(
            f"{self.origin}/confirm/{token}", data=form, headers={"Cookie": f"csrftoken={secret}"}
        )
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE) as response:
                return b"on its way" in response.read()
        except OSError:
            return False


@contextmanager
def site(within: Sequence[str] = ()) -> Iterator[Site]:
    """Answering."""
    running = Site(within)
    try:
        running.start()
        yield running
    finally:
        running.kill()


class Crowd:
    """Each presses again until she hears that her letter is on its way; `heard` are the tokens of those who did."""

    def __init__(self, site: Site, people: int = 4) -> None:
        self.site = site
        self.heard: list[str] = []
        self.waiting: SimpleQueue[str | None] = SimpleQueue()
        self.over = False
        self.threads = [threading.Thread(target=self._press_all, daemon=True) for _ in range(people)]

    def __enter__(self) -> "Crowd":
        for each in self.threads:
            each.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.over = True
        self.site.answering.set()
        for _each in self.threads:
            self.waiting.put(None)
        for each in self.threads:
            each.join()

    def join(self, tokens: Iterable[str]) -> None:
        for token in tokens:
            self.waiting.put(token)

    def _press_all(self) -> None:
        while (token := self.waiting.get()) is not None:
            while not self.over:
                self.site.answering.wait()
                if self.site.press(token):
                    self.heard.append(token)
                    break
