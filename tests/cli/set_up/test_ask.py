"""The questions as a volunteer meets them: one after the other, each again until the answer can be kept."""

import click
from click.testing import CliRunner, Result

from tocsin.cli.set_up.ask import ask_all, without_asking
from tocsin.cli.set_up.settings_of import answers_of, merged, settings_of

DIALOGUE = (
    "appeals example\n"  # no domain
    "Appeals.Example.org\n"
    "perhaps\n"
    "\n"  # yes, as proposed
    "Appeals Group\n"
    "mail.example.org\n"
    "smtp\n"
    "465\n"
    "post@example.org\n"
    "s3 cret/with@signs\n"
    "\n"  # from post@example.org, as proposed
    "ada\n"
    "ada@example.org\n"
    "Odd Hansen\nStorgata 1, Oslo\n\n"
    "data@example.org\n"
)
KEPT = {
    "TOCSIN_PUBLIC_URL": "https://appeals.example.org",
    "TOCSIN_PROXIES": "1",
    "TOCSIN_ORGANISATION": "Appeals Group",
    "TOCSIN_SMTP_URL": "smtps://post%40example.org:s3%20cret%2Fwith%40signs@mail.example.org:465",
    "TOCSIN_MAIL_FROM": "post@example.org",
    "TOCSIN_LEGAL_NOTICE": "Odd Hansen\nStorgata 1, Oslo",
    "TOCSIN_PRIVACY_CONTACT": "data@example.org",
}


def asked(said: str, known: dict[str, str]) -> tuple[dict[str, str], Result]:
    answers: dict[str, str] = {}

    @click.command()
    def questions() -> None:
        answers.update(ask_all(known))

    return answers, CliRunner().invoke(questions, input=said, catch_exceptions=False)


def test_a_wrong_answer_is_told_in_a_sentence_and_asked_again() -> None:
    answers, screen = asked(DIALOGUE, {})
    assert settings_of(answers) == KEPT
    assert answers["administrator"] == "ada@example.org"
    for sentence in (
        "appeals example is no host: write it as appeals.example.org, without a path.",
        "Answer yes or no.",
        "Write a number from 1 to 65535, such as 465 or 587.",
        "ada is no mail address: write it as you@your.domain.",
    ):
        assert f"  {sentence}\n" in screen.output


def test_a_password_is_never_shown() -> None:
    first = asked(DIALOGUE, {})[1]
    again = asked("\n" * 20, answers_of(KEPT))[1]
    assert "s3 cret" not in first.output + again.output
    assert "[kept]" in again.output


def test_enter_keeps_everything_that_was_set() -> None:
    assert settings_of(asked("\n" * 20, answers_of(KEPT))[0]) == KEPT
    assert settings_of(without_asking(answers_of(KEPT))) == KEPT


def test_a_dash_takes_an_answer_away() -> None:
    """The mail server, and with it what belongs to it."""
    answers, _ = asked("\n\n\n-\n\n\n\n", answers_of(KEPT))
    gone = {"TOCSIN_SMTP_URL", "TOCSIN_MAIL_FROM"}
    assert settings_of(answers) == {name: value for name, value in KEPT.items() if name not in gone}


def test_what_is_not_asked_stays_in_the_file() -> None:
    before = {**KEPT, "TOCSIN_DATABASE_URL": "postgresql://a@b/c", "TOCSIN_PROXIES": "2"}
    assert merged(before, answers_of(before)) == before


def test_without_mail_nothing_is_asked_about_it() -> None:
    answers, screen = asked("\n" * 20, {})
    assert settings_of(answers) == {
        "TOCSIN_PUBLIC_URL": "http://127.0.0.1:8000",
        "TOCSIN_ORGANISATION": "Tocsin",
    }
    assert "Its port" not in screen.output
