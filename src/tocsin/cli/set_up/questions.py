"""The questions, in the order in which they are asked."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from . import rules

Answers = Mapping[str, str]


def _always(answers: Answers) -> bool:
    return True


def _with_mail(answers: Answers) -> bool:
    return bool(answers.get("mail_server"))


def _nothing(answers: Answers) -> str:
    return ""


@dataclass(frozen=True)
class Question:
    """`key` names the answer, and the option that gives it: --mail-server for mail_server.

    `when`: whether it is asked, after the answers before it. `default`: what is proposed where nothing was said yet.
    """

    key: str
    words: str
    rule: Callable[[str], str]
    default: Callable[[Answers], str] = _nothing
    when: Callable[[Answers], bool] = _always
    is_secret: bool = False
    has_lines: bool = False

    @property
    def option(self) -> str:
        return f"--{self.key.replace('_', '-')}"


def _https(answers: Answers) -> str:
    host = answers["domain"].partition(":")[0]
    return "no" if host in rules.LOOPBACK or answers["domain"].startswith("[") else "yes"


def _mail_from(answers: Answers) -> str:
    user = answers.get("mail_user", "")
    return user if "@" in user else f"appeals@{answers['domain'].partition(':')[0]}"


QUESTIONS = (
    Question("domain", "Domain at which people open the site, such as appeals.example.org", rules.domain, lambda _: "127.0.0.1:8000"),
    Question("https", "Will a proxy with a certificate stand before it (HTTPS)? yes or no", rules.yes_or_no, _https),
    Question("organisation", "Name of the organisation, as calls and mails show it", rules.line, lambda _: "Tocsin"),
    Question("mail_server", "Mail server that takes our mail, such as mail.example.org (none: mail stays in a folder)", rules.host_or_none),
    Question("mail_port", "Its port: 465 for TLS from the start, 587 for STARTTLS", rules.port, lambda _: "465", _with_mail),
    Question("mail_user", "Name of our account there", rules.line, when=_with_mail),
    Question("mail_password", "Its password (nothing shows as you type)", rules.secret, when=lambda a: bool(_with_mail(a) and a.get("mail_user")), is_secret=True),
    Question("mail_from", "Address that our mail comes from", rules.sender, _mail_from, _with_mail),
    Question("administrator", "Mail address of the first administrator (nobody: Enter)", rules.address_or_none),
    Question("legal_notice", "Who answers for the site: name, postal address, how to reach you", rules.paragraph, has_lines=True),
    Question("privacy_contact", "Whom supporters ask about what is kept of them: a name or an address", rules.line),
)  # fmt: skip


def by_key() -> dict[str, Question]:
    return {question.key: question for question in QUESTIONS}


def given(options: Mapping[str, Any]) -> dict[str, str]:
    """What the command line said, by key; each through its rule. Raises ValueError that names the option."""
    said = {}
    for key, value in options.items():
        if value is not None:
            question = by_key()[key]
            try:
                said[key] = question.rule(value)
            except ValueError as refusal:
                raise ValueError(f"{question.option}: {refusal}") from None
    return said
