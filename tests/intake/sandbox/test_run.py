"""Whatever happens to a child, its parent gets a sentence and goes on."""

import pytest
from tests.intake.making import pdf

from tocsin.intake.errors import Damaged, Overblown, Unreadable
from tocsin.intake.extracted import Enclosed, Extracted, Note, PictureOfPage
from tocsin.intake.receive import receive
from tocsin.intake.sandbox import answer, run
from tocsin.terms.span import Span

BEFORE = "import os, signal, sys; sys.stdin.buffer.read();"
PIECES = (
    Extracted("Ana\ud800 Ninguna", "2014-03", (Note("a", "b", (Span(1, 2),)),), "cp1251"),
    Enclosed("ä.pdf", bytes(range(256))),
    PictureOfPage(7),
)


def test_pieces_survive_the_way_to_the_parent() -> None:
    assert answer.read(answer.written(PIECES)) == PIECES


def test_a_refusal_survives_the_way_to_the_parent() -> None:
    with pytest.raises(Overblown, match="too much"):
        answer.read(answer.refused(Overblown("too much")))


@pytest.mark.parametrize(
    ("code", "error"),
    [
        ("os.kill(os.getpid(), signal.SIGSEGV)", Damaged),
        ("os.kill(os.getpid(), signal.SIGABRT)", Damaged),
        ("os.kill(os.getpid(), signal.SIGKILL)", Overblown),
        ("os.kill(os.getpid(), signal.SIGXCPU)", Overblown),
        ("signal.pause()", Overblown),
        ("sys.exit(3)", Damaged),
        ("print('no JSON')", Damaged),
        ("print('{}')", Damaged),
        ("print('[1, 2]')", Damaged),
        ("print('{\"pieces\": [7]}')", Damaged),
        ('print(\'{"pieces": [{"text": 1}]}\')', Damaged),
        ('print(\'{"refused": "Nonsense", "sentence": "x"}\')', Damaged),
        ('print(\'{"refused": "__doc__", "sentence": "x"}\')', Damaged),
        ("while True: sys.stdout.write('x' * 2**20)", Overblown),
    ],
)
def test_a_child_that_goes_wrong(code: str, error: type[Unreadable], monkeypatch: pytest.MonkeyPatch) -> None:
    script = BEFORE + code if not code.startswith("while") else BEFORE + "\n" + code
    monkeypatch.setattr(run, "CHILD", ("-c", script))
    monkeypatch.setattr(run, "PARSING_SECONDS", 0.5 if "pause" in code else 30.0)
    with pytest.raises(error) as refusal:
        run.parsed("pdf", b"x" * 2**20, run.Deadline(60))
    assert type(refusal.value) is error
    monkeypatch.undo()
    assert receive(pdf(["Still alive"]), "a.pdf").text == "Still alive"


def test_a_child_that_does_not_listen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "CHILD", ("-c", "import signal; signal.pause()"))
    monkeypatch.setattr(run, "PARSING_SECONDS", 0.5)
    with pytest.raises(Overblown):
        run.parsed("pdf", b"x" * 2**23, run.Deadline(5))


def test_a_report_has_one_deadline_for_all_its_children() -> None:
    deadline = run.Deadline(5)
    assert 4 < deadline.left(60) <= 5
    assert deadline.left(2) == 2
    with pytest.raises(Overblown, match="too long"):
        run.Deadline(-1).left(60)


def test_nothing_of_ours_reaches_the_child(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOCSIN_CANARY", "of ours")
    monkeypatch.setattr(run, "CHILD", ("-c", "import os; print(dict(os.environ))"))
    assert b"of ours" not in run.run((), b"", 10)


def test_text_needs_no_child(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "CHILD", ("-c", "raise SystemExit(9)"))
    assert receive(b"plain words", "a.txt").text == "plain words"
    assert receive(b"<p>words of a page</p>", "a.html").text == "words of a page"
