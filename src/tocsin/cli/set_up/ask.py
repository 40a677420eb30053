"""Asking one question after the other, each again until its answer can be kept."""

from collections.abc import Mapping

import click

from .questions import QUESTIONS, Question

NOTHING = "-"


def ask_all(known: Mapping[str, str]) -> dict[str, str]:
    """`known`: what was answered before, proposed again. A secret is proposed without being shown."""
    click.echo(f"One question at a time. Enter keeps what stands in brackets; {NOTHING} takes it away.\n")
    answers: dict[str, str] = {}
    for question in QUESTIONS:
        if question.when(answers):
            answers[question.key] = _ask(question, known.get(question.key) or question.default(answers))
    return answers


def without_asking(known: Mapping[str, str]) -> dict[str, str]:
    """The same from what is known already; what nobody said is what would have been proposed."""
    answers: dict[str, str] = {}
    for question in QUESTIONS:
        if question.when(answers):
            answers[question.key] = known.get(question.key) or question.default(answers)
    return answers


def _ask(question: Question, proposed: str) -> str:
    while True:
        said = _lines(question, proposed) if question.has_lines else _line(question, proposed)
        try:
            return question.rule("" if said.strip() == NOTHING else said)
        except ValueError as refusal:
            click.echo(f"  {refusal}")


def _line(question: Question, proposed: str) -> str:
    shown = ("kept" if question.is_secret else proposed) if proposed else ""
    prompt = f"{question.words} [{shown}]" if shown else question.words
    said: str = click.prompt(prompt, default="", show_default=False, hide_input=question.is_secret)
    return said or proposed


def _lines(question: Question, proposed: str) -> str:
    """Several lines, up to an empty one."""
    click.echo(f"{question.words}. As many lines as you like, then an empty one.")
    for line in proposed.splitlines():
        click.echo(f"  [{line}]")
    said: list[str] = []
    while line := click.prompt("", default="", show_default=False, prompt_suffix="> "):
        said.append(line)
    return "\n".join(said) or proposed
