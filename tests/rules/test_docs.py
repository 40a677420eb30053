"""What the documents say is so: links lead somewhere, commands and settings exist, and the tables add up."""

import re
from importlib import import_module
from pathlib import Path

import click
import pytest

from tocsin.cli.main import COMMANDS, module_of

ROOT = Path(__file__).parents[2]
TOP = sorted(ROOT.glob("*.md"))
DOCS = [*TOP, *sorted((ROOT / "docs").rglob("*.md")), *sorted((ROOT / "src").rglob("*.md"))]
SOURCE = ROOT / "src" / "tocsin"
RUNNING = ROOT / "docs" / "operators" / "running.md"
FIRST_ACTION = ROOT / "docs" / "coordinators" / "first-action.md"
TWO_TEXTS = ROOT / "docs" / "from-the-two-texts.md"

LINK = re.compile(r"\]\(([^)\s]+)\)")
BLOCK = re.compile(r"^```[^`]*^```|(?<=\n\n)(?: {4,}\S[^\n]*\n)+", re.MULTILINE)
INLINE = re.compile(r"`([^`\n]+)`")
VARIABLE = re.compile(r"TOCSIN_[A-Z]+(?:_[A-Z]+)*")


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def code(text: str) -> list[str]:
    """Every line of code in a document."""
    lines = [line.strip() for block in BLOCK.findall(text) for line in block.splitlines()]
    return lines + INLINE.findall(BLOCK.sub("", text))


def prose(text: str) -> str:
    return INLINE.sub("", BLOCK.sub("", text))


def anchors(text: str) -> set[str]:
    """The anchors of a document's headings, as code hosts make them."""
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("path", DOCS, ids=name)
def test_every_relative_link_leads_somewhere(path: Path) -> None:
    links = [link for link in LINK.findall(prose(path.read_text())) if "://" not in link]
    lost = []
    for link in links:
        target, _, anchor = link.partition("#")
        found = (path.parent / target) if target else path
        if not found.exists() or (anchor and anchor not in anchors(found.read_text())):
            lost.append(link)
    assert lost == []


def make_targets() -> tuple[set[str], set[str]]:
    """(targets, variables) of the Makefile."""
    makefile = (ROOT / "Makefile").read_text()
    targets = set(re.findall(r"^([a-z][a-z-]*):", makefile, re.MULTILINE))
    return targets, set(re.findall(r"^([A-Z]+) [?:]?=", makefile, re.MULTILINE))


@pytest.mark.parametrize("path", DOCS, ids=name)
def test_every_make_target_exists(path: Path) -> None:
    targets, variables = make_targets()
    for line in code(path.read_text()):
        if made := re.match(r"make ([a-z-]+)(.*)", line):
            assert made[1] in targets
            assert set(re.findall(r"\b([A-Z]+)=", made[2])) <= variables


def command_of(words: list[str]) -> tuple[click.Command, list[str]]:
    """The command that a line calls, through its groups, and the words after it."""
    assert words[0] in COMMANDS, words
    command: click.Command = import_module(module_of(words[0])).command
    rest = words[1:]
    while isinstance(command, click.Group) and rest:
        assert rest[0] in command.commands, words
        command, rest = command.commands[rest[0]], rest[1:]
    return command, rest


@pytest.mark.parametrize("path", DOCS, ids=name)
def test_every_command_and_option_exists(path: Path) -> None:
    for line in code(path.read_text()):
        called = re.search(r"(?:^|bin/|ExecStart=)tocsin ([a-z][\w-]*.*)", line.partition(" #")[0])
        if called is None:
            continue
        command, rest = command_of(called[1].split())
        known = {option for parameter in command.params for option in parameter.opts} | {"--help"}
        assert {word.partition("=")[0] for word in rest if word.startswith("--")} <= known, line


def test_operators_are_told_every_variable_and_none_that_is_not_read() -> None:
    read = {found for path in SOURCE.rglob("*.py") for found in VARIABLE.findall(path.read_text())}
    assert set(VARIABLE.findall(RUNNING.read_text())) == read


def test_what_stands_on_the_screen_stands_there() -> None:
    """What the coordinators' guide sets in bold are words of a template or words marked for translation."""
    templates = [path.read_text() for path in SOURCE.rglob("templates/**/*.html")]
    modules = [path.read_text() for path in SOURCE.rglob("*.py")]
    marked = [words for module in modules for words in re.findall(r'_\(\s*"([^"]+)"', module)]
    screens = " ".join(" ".join([*templates, *marked]).split()).casefold()
    bold = re.findall(r"\*\*([^*]+)\*\*", FIRST_ACTION.read_text().replace("Words in **bold** stand", ""))
    assert len(bold) > 30
    assert [words for words in bold if " ".join(words.split()).casefold() not in screens] == []


def told_sentences() -> list[dict[int, str]]:
    """Of each text: number of the sentence -> where it reaches."""
    parts = TWO_TEXTS.read_text().split("\n## ")[1:3]
    return [dict(_rows(part)) for part in parts]


def _rows(part: str) -> list[tuple[int, str]]:
    found = []
    for numbers, reaches in re.findall(r"^\| ([\d–, ]+) \|.*\| ([^|]+) \|$", part, re.MULTILINE):
        for span in numbers.split(", "):
            first, _, last = span.partition("–")
            found += [(number, reaches) for number in range(int(first), int(last or first) + 1)]
    assert len({number for number, _ in found}) == len(found), "a sentence stands in two rows"
    return found


def test_both_texts_are_told_sentence_by_sentence() -> None:
    for told in told_sentences():
        assert sorted(told) == list(range(1, len(told) + 1))


def test_the_numbers_below_the_texts_add_up() -> None:
    kinds = {"opinion": "opinion", "furniture": "furniture", "not yet": "not yet"}
    counted = []
    for told in told_sentences():
        kind = [next((k for k in kinds if reaches.startswith(k)), "reach") for reaches in told.values()]
        counted.append([kind.count(k) for k in ("reach", "opinion", "furniture", "not yet")] + [len(told)])
    summary = re.findall(r"^\| [a-z].*\| (\d+) \| (\d+) \|$", TWO_TEXTS.read_text(), re.MULTILINE)
    assert [[int(row[column]) for row in summary] for column in (0, 1)] == counted
