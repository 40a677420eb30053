"""A mail server that takes everything and keeps nothing, in a process of its own.

`python -m tocsin.benches.dispatch.sink MILLISECONDS` prints its port; each answer comes so many milliseconds late.
"""

import asyncio
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast

from tocsin.benches.servers import free_port, wait_until_open

_SMTP_SINK = ("/usr/sbin/smtp-sink", "/usr/lib/postfix/sbin/smtp-sink")
_HELLO = b"250-sink\r\n250-PIPELINING\r\n250 8BITMIME\r\n"
_END = b"\r\n.\r\n"


class _Sink(asyncio.Protocol):
    """One connection. What comes together is answered together, after the delay."""

    def __init__(self, delay: float) -> None:
        self.delay = delay
        self.read = b""
        self.takes_letter = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast(asyncio.Transport, transport)
        self._answer([b"220 sink\r\n"])

    def data_received(self, data: bytes) -> None:
        self.read += data
        answers: list[bytes] = []
        while answer := self._next():
            answers.append(answer)
        if answers:
            self._answer(answers)

    def _next(self) -> bytes:
        """The answer to what came whole; nothing where more must come first."""
        head, ended, rest = self.read.partition(_END if self.takes_letter else b"\r\n")
        if not ended:
            return b""
        self.read = rest
        if self.takes_letter:
            self.takes_letter = False
            return b"250 taken\r\n"
        verb = head[:4].upper()
        self.takes_letter = verb == b"DATA"
        return {b"EHLO": _HELLO, b"DATA": b"354 go on\r\n", b"QUIT": b"221 bye\r\n"}.get(verb, b"250 ok\r\n")

    def _answer(self, answers: list[bytes]) -> None:
        if self.delay:
            asyncio.get_running_loop().call_later(self.delay, self.transport.write, b"".join(answers))
        else:
            self.transport.write(b"".join(answers))


@contextmanager
def sink(delay_ms: int = 0) -> Iterator[tuple[str, int]]:
    """Its name and its port on loopback: postfix's own where it is installed and nothing is late, else ours."""
    program = next((path for path in _SMTP_SINK if Path(path).exists()), None) or shutil.which("smtp-sink")
    if program and not delay_ms:
        port = free_port()
        # It refuses to run as root.
        user = ["-u", "nobody"] if os.geteuid() == 0 else []
        command, name = [program, *user, "-m", "300", f"127.0.0.1:{port}", "300"], "postfix's smtp-sink"
        child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, text=True)
    else:
        command, name = [sys.executable, "-m", __name__, str(delay_ms)], "a sink of our own"
        child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        port = int(cast(IO[str], child.stdout).readline())
    try:
        wait_until_open(port, child)
        yield name, port
    finally:
        child.kill()
        child.wait()


async def _serve(delay: float) -> None:
    server = await asyncio.get_running_loop().create_server(lambda: _Sink(delay), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(_serve(int(sys.argv[1]) / 1000))
