"""A server that speaks like an OpenAI-compatible one, on loopback, and behaves as badly as it is told to."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Answer = Callable[["Handler"], None]


@dataclass
class Server:
    url: str
    asked: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)


class Handler(BaseHTTPRequestHandler):
    server_told: Server
    answer: Answer

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server_told.asked.append(json.loads(body))
        self.server_told.keys.append(self.headers["Authorization"])
        self.server_told.paths.append(self.path)
        type(self).answer(self)

    def do_GET(self) -> None:
        self.server_told.paths.append(self.path)
        self.send_error(405)

    def reply(self, body: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the tests' output is for their own words."""


@contextmanager
def serving(answer: Answer) -> Iterator[Server]:
    listening = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    listening.daemon_threads = True
    told = Server(f"http://127.0.0.1:{listening.server_address[1]}/v1")
    listening.RequestHandlerClass = type(
        "Told", (Handler,), {"server_told": told, "answer": staticmethod(answer)}
    )
    thread = threading.Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield told
    finally:
        told.over.set()
        listening.shutdown()
        listening.server_close()
        thread.join()


def says(*findings: object) -> Answer:
    """A well-shaped answer with these findings."""
    return content(json.dumps({"findings": findings}))


def content(words: object) -> Answer:
    body = json.dumps({"choices": [{"message": {"role": "assistant", "content": words}}]}).encode()
    return lambda handler: handler.reply(body)


def raw(body: bytes, status: int = 200, **headers: str) -> Answer:
    return lambda handler: handler.reply(body, status, **headers)


def stalls(handler: Handler) -> None:
    """Takes the question and never answers."""
    handler.server_told.over.wait()


def drips(handler: Handler) -> None:
    """A byte at a time, each well before a socket's own timeout."""
    handler.send_response(200)
    handler.end_headers()
    while not handler.server_told.over.wait(0.02):
        try:
            handler.wfile.write(b" ")
        except OSError:
            return


def never_ends(handler: Handler) -> None:
    handler.send_response(200)
    handler.end_headers()
    try:
        while not handler.server_told.over.is_set():
            handler.wfile.write(b" " * 65536)
    except OSError:
        return


def hangs_up(handler: Handler) -> None:
    handler.close_connection = True
    handler.connection.close()
