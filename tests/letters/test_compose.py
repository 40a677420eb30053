import pytest

from tocsin.letters.compose import LONGEST_SUBJECT, Addressee, compose
from tocsin.letters.words import letter_languages, letter_words

EMBASSY = Addressee("Embassy of Kazakhstan in London", "embassy", None, "KZ")


def test_a_letter_to_an_embassy():
    letter = compose(
        "the missing union lawyer N. S.",
        ["the immediate release of N. S.", "an end to the arrests;"],
        ["She was last seen on 24 May 2011"],
        EMBASSY,
    )
    assert letter.language == "en"
    assert letter.subject == "the missing union lawyer N. S.: the immediate release of N. S."
    assert letter.body == (
        "Your Excellency,\n\n"
        "I am writing to you about the missing union lawyer N. S. in Kazakhstan.\n\n"
        "I have learned of the following:\n"
        "- She was last seen on 24 May 2011.\n\n"
        "I ask you to see to each of these points:\n"
        "- The immediate release of N. S.\n"
        "- An end to the arrests.\n\n"
        "Please pass this letter on to the authorities of Kazakhstan, and tell me what they answer.\n\n"
        "I shall be glad to hear what has been done.\n\n"
        "Yours faithfully,\n"
    )


@pytest.mark.parametrize(
    ("addressee", "salutation"),
    [
        (None, "Dear Sir or Madam,"),
        (Addressee("Ministry of Justice", "ministry"), "Dear Minister,"),
        (Addressee("Prosecutor General", "prosecutor", "Mr A. B."), "Dear Mr A. B.,"),
        (Addressee("President", "head_of_state", "C. D."), "Your Excellency,"),
        (Addressee("Akme Ltd", "company"), "Dear Sir or Madam,"),
    ],
)
def test_salutations(addressee, salutation):
    assert compose("the strike", ["Talk to the union"], addressee=addressee).body.startswith(
        f"{salutation}\n\n"
    )


def test_one_demand_has_its_own_words():
    body = compose("the strike", ["Talk to the union"]).body
    assert "I ask you to see to this:\n- Talk to the union.\n" in body
    assert "I have learned" not in body


def test_line_breaks_in_what_was_read_do_not_break_the_subject():
    letter = compose("the\r\nstrike", ["talk\nto the union"])
    assert letter.subject == "the strike: talk to the union"


def test_a_long_demand_stays_out_of_the_subject():
    assert compose("the strike", ["talk " * 60]).subject == "Urgent concern: the strike"
    long = compose("the strike " * 20, ["talk"]).subject
    assert len(long) <= LONGEST_SUBJECT + 2
    assert long.endswith(" …")


def test_without_a_demand_there_is_no_letter():
    with pytest.raises(ValueError, match="at least one demand"):
        compose("the strike", ["  "])


def test_a_language_without_a_file_is_written_in_english():
    assert letter_words("tlh") == letter_words("en")
    assert compose("the strike", ["talk"], language="tlh").body == compose("the strike", ["talk"]).body


@pytest.mark.parametrize("language", sorted(letter_languages()))
def test_every_language_has_every_sentence(language):
    assert shape(letter_words(language)) == shape(letter_words("en"))


def shape(words):
    """Keys and the braces in their sentences; the number of notes is a translator's own choice."""
    if isinstance(words, dict):
        return {key: shape(value) for key, value in words.items()}
    if isinstance(words, list):
        return list
    return sorted(part.split("}")[0] for part in words.split("{")[1:])
