"""What part of an appeal a paragraph is read as."""

import pytest

from tocsin.reading.document import lay_out
from tocsin.reading.headline import find_headline
from tocsin.reading.sections import Section


def sections(text: str, language: str = "en") -> list[Section]:
    return [line.section for line in lay_out(text, language).lines]


def test_the_list_of_a_letter_is_one_of_demands_and_the_letter_goes_on() -> None:
    text = (
        "Model letter\n\nDear Minister,\n\nWe ask the government to,\n\n1. Free the tailors;\n\n"
        "2. Reopen the looms.\n\nI await your answer.\n\nYours sincerely\n\nThe tailors have two children."
    )
    assert sections(text) == [
        Section.HEADLINE,
        Section.QUOTED_LETTER,
        Section.DEMANDS,
        Section.DEMANDS,
        Section.DEMANDS,
        Section.QUOTED_LETTER,
        Section.QUOTED_LETTER,
        Section.NARRATIVE,
    ]


def test_a_letter_may_begin_in_the_headline() -> None:
    text = "3 May 2014 - Dear Prime Minister of Ruritania,\n\nWe have learnt of the arrests."
    assert sections(text)[1] is Section.QUOTED_LETTER


@pytest.mark.parametrize(
    ("language", "sender", "subject"),
    [
        ("ru", "От: Союз портовиков", "Тема: В Риге задержан юрист"),
        ("de", "Von: Hafenarbeiter Riga", "Betreff: Anwältin in Riga verhaftet"),
        ("fr", "De : Union des dockers", "Objet : Une avocate arrêtée à Riga"),
        ("zh", "发件人：码头工人联盟", "主题：律师在里加被捕"),
    ],
)
def test_who_sends_a_mail_is_not_its_headline(language: str, sender: str, subject: str) -> None:
    document = lay_out(f"{sender}\n\n{subject}\n\nRiga, 2015.", language)
    assert document.lines[0].section is Section.NAVIGATION
    headline = find_headline(document)
    assert headline is not None
    assert subject.endswith(headline.text)
    assert len(headline.text) < len(subject)


def test_things_to_do_need_no_verb() -> None:
    text = "Title\n\nHow you can help\n\n- Messages of support to the tailors\n\n- Urge the mayor to reopen the looms"
    assert sections(text)[2] is Section.ASK


def test_among_things_to_do_stands_what_those_in_power_are_told() -> None:
    text = "Title\n\nTake action\n\n- Calling for the release of the tailors\n\n- Drop the charges"
    assert sections(text)[2:] == [Section.DEMANDS, Section.DEMANDS]


@pytest.mark.parametrize(
    ("language", "heading"),
    [("en", "Comments"), ("en", "3 Comments:"), ("fr", "Commentaires (2)"), ("ru", "Комментарии")],
)
def test_comments_begin_under_their_bare_name(language: str, heading: str) -> None:
    assert sections(f"Title\n\n{heading}\n\nAnn: well said", language)[2] is Section.COMMENTS


def test_the_comments_of_a_minister_are_told() -> None:
    text = "Title\n\nThe comments of the minister angered the tailors."
    assert sections(text)[1] is Section.NARRATIVE


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("Donate\n\nHelp us to bring you more news.", Section.DONATION),
        ("Donate\n\nGifts to the strike fund reach the tailors at once.", Section.NARRATIVE),
        ("Donate to the legal costs of the tailors.", Section.NARRATIVE),
    ],
)
def test_money_for_the_publisher_is_not_money_for_the_case(text: str, section: Section) -> None:
    assert sections(f"Title\n\n{text}")[1] is section
