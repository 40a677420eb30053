"""A real installation for a journey: `tocsin up` in a folder of its own, a real mail server beside it."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import EmailMessage
from pathlib import Path
from threading import Condition
from typing import Any

from aiosmtpd.controller import Controller

from tests.cli.running import Up, up
from tests.delivery.mail_server import Postbox
from tests.opinions.model_server import says, serving
from tests.patience import PATIENCE
from tests.post.mail_server import free_port
from tests.reports.test_second_opinion import CLERK, UNION


@dataclass
class WatchedPostbox(Postbox):
    """A post box that one can wait at."""

    addresses: list[list[str]] = field(default_factory=list)
    changed: Condition = field(default_factory=Condition)

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        answer = await super().handle_DATA(server, session, envelope)
        with self.changed:
            self.addresses.append(list(envelope.rcpt_tos))
            self.changed.notify_all()
        return answer

    def sent_to(self, address: str) -> list[EmailMessage]:
        pairs = zip(self.letters, self.addresses, strict=False)
        return [letter for letter, addresses in pairs if address in addresses]

    def wait_for(self, address: str, seconds: float = PATIENCE) -> EmailMessage:
        """The first letter to `address`, as soon as it is there."""
        self.wait_until(lambda: self.sent_to(address), seconds)
        return self.sent_to(address)[0]

    def wait_until(self, arrived: Callable[[], object], seconds: float = PATIENCE) -> None:
        with self.changed:
            assert self.changed.wait_for(lambda: bool(arrived()), seconds), "the letter did not come"


@dataclass
class RunningSite:
    up: Up
    postbox: WatchedPostbox

    @property
    def origin(self) -> str:
        return self.up.origin

    def link_in_mail_to(self, address: str) -> str:
        """The link that a mail of ours asks its reader to open."""
        found = re.search(
            rf"{self.origin}(?:/[a-z]{{2}})?/confirm/\S+", self.postbox.wait_for(address).get_content()
        )
        assert found is not None
        return found[0]


def second_reader(url: str) -> dict[str, str]:
    return {
        "TOCSIN_SECOND_OPINION": "endpoint",
        "TOCSIN_ENDPOINT_URL": url,
        "TOCSIN_ENDPOINT_MODEL": "small",
    }


@contextmanager
def running_site(data: Path, files: list[Path]) -> Iterator[RunningSite]:
    """Reads `files` as an administrator would have it do; mail server and second reader are on loopback."""
    postbox = WatchedPostbox()
    mail_server = Controller(postbox, hostname="127.0.0.1", port=free_port())
    mail_server.start()
    mail = {
        "TOCSIN_SMTP_URL": f"smtp://127.0.0.1:{mail_server.port}",
        "TOCSIN_MAIL_FROM": "appeals@tocsin.example",
    }
    try:
        with (
            serving(says(CLERK, UNION)) as model,
            up(data, *files, **mail, **second_reader(model.url)) as running,
        ):
            yield RunningSite(running, postbox)
    finally:
        mail_server.stop()
