"""A web server of one's own on this machine, and names that lead to it: what tests put in place of the network."""

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Thread

PUBLIC = "93.184.215.14"
Handler = Callable[[socket.socket, bytes], None]


class Net:
    """`answers` are sent in turn, one a connection; `asked` keeps the requests, `reached` the pinned addresses."""

    def __init__(self, names: dict[str, list[str]]) -> None:
        self.names, self.asked, self.reached, self.resolved = names, [], [], []
        self.port = 0

    def resolver(self, name: str, _port: int) -> list[str]:
        self.resolved.append(name)
        if name not in self.names:
            raise socket.gaierror("no such name")
        return self.names[name]

    def connector(self, address: str, port: int, seconds: float) -> socket.socket:
        self.reached.append((address, port))
        return socket.create_connection(("127.0.0.1", self.port), timeout=seconds)


@contextmanager
def served(*answers: bytes | Handler, names: dict[str, list[str]] | None = None) -> Iterator[Net]:
    net = Net({"appeal.example": [PUBLIC]} if names is None else names)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        net.port = listening.getsockname()[1]
        thread = Thread(target=_serve, args=(listening, net, answers), daemon=True)
        thread.start()
        yield net


def _serve(listening: socket.socket, net: Net, answers: tuple[bytes | Handler, ...]) -> None:
    for answer in answers:
        try:
            line, _ = listening.accept()
        except OSError:  # the test is over
            return
        with line:
            request = line.recv(65536)
            net.asked.append(request)
            if callable(answer):
                answer(line, request)
            else:
                line.sendall(answer)


def page(
    body: bytes = b"<p>Free them</p>", kind: str = "text/html", status: str = "200 OK", **more: str
) -> bytes:
    """An answer as it goes over the line; `more` are headers, with _ for -."""
    headers = {"Content-Type": kind, "Content-Length": str(len(body))}
    headers |= {name.replace("_", "-"): value for name, value in more.items()}
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items() if value)
    return f"HTTP/1.1 {status}\r\n{lines}\r\n".encode() + body


def leads_to(place: str, status: str = "302 Found") -> bytes:
    return page(b"", status=status, Location=place)
