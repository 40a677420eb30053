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
    assert letter.subject == "Please release N. S."
    assert letter.body == (
        "Your Excellency,\n\n"
        "I am writing to you about the missing union lawyer N. S. in Kazakhstan.\n\n"
        "She was last seen on 24 May 2011.\n\n"
        "I ask for:\n"
        "- the immediate release of N. S.\n"
        "- an end to the arrests\n\n"
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
    assert "I ask for the right to strike.\n" in compose("the strike", ["The right to strike."]).body
    assert "I ask that they be released.\n" in compose("the strike", ["that they be released"]).body


def test_things_and_clauses_stand_in_one_list():
    body = compose("the strike", ["an end to the fines", "that the union be heard"]).body
    assert "I ask:\n- for an end to the fines\n- that the union be heard\n" in body


def test_acts_are_asked_of_whom_the_letter_goes_to():
    acts = ["to hear the union", "to pay the wages"]
    assert "I ask you to hear the union.\n" in compose("the strike", acts[:1]).body
    assert "I ask you:\n- to hear the union\n- to pay the wages\n" in compose("the strike", acts).body
    mixed = compose("the strike", [*acts[:1], "an end to the fines", "that they be paid"]).body
    assert "I ask:\n- you to hear the union\n- for an end to the fines\n- that they be paid\n" in mixed
    assert "I ask:\n- that a\n- that b\n" in compose("the strike", ["that a", "that b"]).body


def test_demands_in_other_words_stay_as_they_are():
    body = compose("the strike", ["the right to strike", "Talk to the union"]).body
    assert "I ask you to see to each of these points:\n- The right to strike.\n- Talk to the union.\n" in body


def test_without_a_matter_it_is_about_the_country():
    letter = compose("", ["Talk to the union"], country="NL")
    assert "I am writing to you out of concern about what is happening in the Netherlands.\n" in letter.body
    assert letter.subject == "The Netherlands: Talk to the union"
    nowhere = compose("", ["that the union be heard"])
    assert "I am writing to you out of concern.\n" in nowhere.body
    assert nowhere.subject == "Please act"


@pytest.mark.parametrize(
    ("demand", "subject"),
    [
        ("the immediate release of N. S., the lawyer of the dockers", "Please release N. S., the lawyer of the dockers"),
        (f"the release of N. S., {'very ' * 20}long in prison", "Please release N. S."),
        ("an end to the hunger of N. S.", "N. S.: please act"),
        ("that the union be heard", "N. S.: please act"),
        ("better wages", "N. S.: better wages"),
    ],
)  # fmt: skip
def test_the_subject_says_the_name_once(demand, subject):
    assert compose("N. S.", [demand]).subject == subject


def test_a_release_makes_the_subject_wherever_it_is_asked_for():
    assert compose("N. S.", ["better wages", "the release of N. S."]).subject == "Please release N. S."


def test_line_breaks_in_what_was_read_do_not_break_the_subject():
    letter = compose("the\r\nstrike", ["talk\nto the union"])
    assert letter.subject == "The strike: talk to the union"


def test_a_long_demand_stays_out_of_the_subject():
    assert compose("the strike", ["talk " * 60]).subject == "The strike: please act"
    long = compose("the strike " * 20, ["talk"]).subject
    assert len(long) <= LONGEST_SUBJECT
    assert long.endswith(" …")


def test_without_a_demand_there_is_no_letter():
    with pytest.raises(ValueError, match="at least one demand"):
        compose("the strike", ["  "])


def test_a_language_without_a_file_is_written_in_english():
    assert letter_words("tlh") == letter_words("en")
    assert compose("the strike", ["talk"], language="tlh").body == compose("the strike", ["talk"]).body


@pytest.mark.parametrize("language", sorted(letter_languages()))
def test_every_language_has_every_sentence(language):
    own = {"countries"}  # which are called otherwise inside a sentence differs
    assert {k: shape(v) for k, v in letter_words(language).items() if k not in own} == {
        k: shape(v) for k, v in letter_words("en").items() if k not in own
    }


def shape(words):
    """Keys and the braces in their sentences; the number of notes is a translator's own choice."""
    if isinstance(words, dict):
        return {key: shape(value) for key, value in words.items()}
    if isinstance(words, list):
        return list
    return sorted(part.split("}")[0] for part in words.split("{")[1:])
