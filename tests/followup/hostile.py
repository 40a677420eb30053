"""Mails that nobody sends in good faith, each of which once stopped all that came after it."""


def _mail(kind: bytes, body: bytes, to: str) -> bytes:
    head = b"From: a@b.example\nTo: %s\nMIME-Version: 1.0\nContent-Type: %s\n\n" % (to.encode(), kind)
    return head + body


def _nested(to: str) -> bytes:
    """Deeper than Python's parser of mails goes."""
    parts = (b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(1100))
    return b"From: a@b.example\nTo: " + to.encode() + b"\n" + b"".join(parts)


def hostile(to: str) -> dict[str, bytes]:
    """What is wrong with each, and the mail."""
    file = b"--b\nContent-Type: application/x\0y\nContent-Disposition: attachment\n\nA file.\n--b--\n"
    return {
        "an unknown marked section": _mail(b"text/html", b"<p>No.<![foo[bar]]></p>", to),
        "half a letter": _mail(b"text/plain; charset=utf-7", b"+2AA- No.", to),
        "NUL in a kind": _mail(
            b"multipart/mixed; boundary=b", b"--b\nContent-Type: text/plain\n\nNo.\n" + file, to
        ),
        "NUL in the words": _mail(b"text/plain; charset=utf-8", b"No.\0", to),
        "parts within parts": _nested(to),
    }
