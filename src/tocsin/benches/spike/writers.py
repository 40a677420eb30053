"""Many who press at once: each holds a connection and waits for its answer before it presses again."""

import http.client
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass
class Pressed:
    """Milliseconds that each waited, and what was answered other than "look into your mailbox"."""

    waited: list[float] = field(default_factory=list)
    refused: list[int] = field(default_factory=list)
    seconds: float = 0.0


def csrf_of(port: int, path: str) -> str:
    """The token of the form's cookie, as a browser gets it with the page."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("GET", path)
    answer = connection.getresponse()
    answer.read()
    cookies = answer.getheader("Set-Cookie", "")
    return cookies.partition("csrftoken=")[2].partition(";")[0]


def press(port: int, path: str, csrf: str, forms: Sequence[bytes], writers: int) -> Pressed:
    """All forms, shared out to so many writers."""
    pressed = Pressed()
    threads = [
        threading.Thread(target=_one, args=(port, path, csrf, forms[n::writers], pressed))
        for n in range(writers)
    ]
    started = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    pressed.seconds = time.perf_counter() - started
    return pressed


def _one(port: int, path: str, csrf: str, forms: Sequence[bytes], pressed: Pressed) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port)
    headers = {"Content-Type": "application/x-www-form-urlencoded", "Cookie": f"csrftoken={csrf}"}
    for form in forms:
        started = time.perf_counter()
        connection.request("POST", path, form, headers)
        answer = connection.getresponse()
        answer.read()
        pressed.waited.append((time.perf_counter() - started) * 1000)
        if answer.status != 302:
            pressed.refused.append(answer.status)
