"""The most that this machine can do: rendered bytes over one connection that waits for nothing."""

import socket
import threading
import time
from collections.abc import Sequence
from io import BufferedReader

_AT_ONCE = 64


def blast(port: int, messages: Sequence[bytes]) -> float:
    """Seconds until every message was answered, pipelined (RFC 2920) from letter to letter."""
    with socket.create_connection(("127.0.0.1", port)) as line, line.makefile("rb") as answers:
        answers.readline()
        line.sendall(b"EHLO bench\r\n")
        while answers.readline()[3:4] == b"-":
            pass
        dialogues = [_dialogue(message) for message in messages]
        reader = threading.Thread(target=_read, args=(answers, 4 * len(messages)))
        started = time.perf_counter()
        reader.start()
        for start in range(0, len(dialogues), _AT_ONCE):
            line.sendall(b"".join(dialogues[start : start + _AT_ONCE]))
        reader.join()
        return time.perf_counter() - started


def _dialogue(message: bytes) -> bytes:
    whole = message.replace(b"\r\n.", b"\r\n..")
    return b"MAIL FROM:<a@bench.example>\r\nRCPT TO:<b@bench.example>\r\nDATA\r\n" + whole + b"\r\n.\r\n"


def _read(answers: BufferedReader, count: int) -> None:
    for _ in range(count):
        answers.readline()
