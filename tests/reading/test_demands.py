"""What targets are told to do: in lists, sentences and slogans, and what is no demand."""

import pytest

from tocsin.reading.read import read_text


def demands(text: str) -> list[str]:
    return [demand.text for demand in read_text(text, "a.txt", "2014-05-02").demands]


def test_two_acts_of_one_sentence_are_two_demands() -> None:
    text = (
        "Title\n\nWe call on the Ruritanian government to release all miners and cease the arrests of nurses."
    )
    assert demands(text) == ["to release all miners", "cease the arrests of nurses"]


def test_one_act_with_two_objects_is_one_demand() -> None:
    text = (
        "Title\n\nThe union urges the ministry to give her access to her family and a lawyer of her choice."
    )
    assert demands(text) == ["to give her access to her family and a lawyer of her choice"]


def test_things_demanded_are_cut_where_the_next_thing_begins() -> None:
    text = "Title\n\nWe demand the release of Ana Ninguna, the reinstatement of the cooks and an end to the raids."
    assert demands(text) == [
        "the release of Ana Ninguna",
        "the reinstatement of the cooks",
        "an end to the raids",
    ]


def test_numbered_demands_in_one_sentence() -> None:
    text = "Title\n\nWe demand: (1) the withdrawal of the troops; (2) a judicial inquiry; (3) payment of the wages."
    assert demands(text) == ["the withdrawal of the troops", "a judicial inquiry", "payment of the wages"]


def test_a_letter_tells_its_addressee() -> None:
    text = "Example letter\n\nDear General,\n\nI urge you to drop all charges against Dr Nobody.\n\nYours respectfully,"
    assert demands(text) == ["to drop all charges against Dr Nobody"]


def test_what_must_be_done() -> None:
    assert demands("Title\n\nNobody was warned. The dismissed cooks must be reinstated.") == [
        "The dismissed cooks must be reinstated"
    ]


def test_a_slogan_in_the_headline_counts_where_nothing_else_is_demanded() -> None:
    assert demands("Free the nine bakers!\n\nThey were arrested on Monday.") == ["Free the nine bakers"]
    both = "Free the nine bakers!\n\nWe demand the immediate release of the nine."
    assert demands(both) == ["the immediate release of the nine"]


def test_a_list_without_bullets_goes_on() -> None:
    text = "Title\n\nThe local government should do as follows:\n\nRelease the editors;\n\nResume the talks on wages."
    assert demands(text) == ["Release the editors", "Resume the talks on wages"]


def test_people_listed_under_a_demand_are_no_demands() -> None:
    text = "Call today\n\nAsk the minister to stop the deportation of:\n\n- Ana Ninguna\n- Rui Nadie"
    assert not {"Ana Ninguna", "Rui Nadie"} & set(demands(text))


@pytest.mark.parametrize(
    "sentence",
    [
        "We urge all readers to write to the embassy.",
        "Police demanded that the strikers leave the hall and stop the strike.",
        "The court accepted the request of the defence to hear two witnesses.",
        "There is a growing demand for nurses in the region.",
        "They told her that she must pay or leave.",
        "The union calls for pickets at the embassies on 20 May.",
    ],
)
def test_no_demand(sentence: str) -> None:
    assert demands(f"Title\n\n{sentence}") == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (
            "Chipre\n\nExigimos la libertad inmediata de los panaderos y el cese de la represión contra el sindicato.",
            2,
        ),
        (
            "Chypre\n\nNous exigeons la libération des boulangers et la réintégration de tous les licenciés.",
            2,
        ),
        ("Zypern\n\nWir fordern die sofortige Freilassung der Bäcker und die Rücknahme der Kündigungen.", 2),
        ("Кипр\n\nМы требуем освободить пекарей и прекратить преследование профсоюза.", 2),
        ("Chipre\n\nExigimos a libertação dos padeiros e a reintegração dos demitidos.", 2),
        ("Cipro\n\nChiediamo la liberazione dei fornai e il ritiro delle denunce contro il sindacato.", 2),
        ("塞浦路斯\n\n我们要求立即释放面包师,并停止打压工会。", 2),
        ("Кипър\n\nНастояваме за незабавно освобождаване на хлебарите и прекратяване на репресиите.", 2),
        ("Kypr\n\nŽádáme vládu, aby okamžitě propustila pekaře a zastavila stíhání odborů.", 2),
        ("Cypern\n\nVi kræver, at regeringen løslader bagerne og stopper forfølgelsen af fagforeningen.", 2),
    ],
)
def test_two_demands_in_each_language(text: str, number: int) -> None:
    assert len(demands(text)) == number


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Title\n\nThe bakers' union calls for:\n\n- water for the sit-in\n- the token system to be scrapped",
            ["water for the sit-in", "the token system to be scrapped"],
        ),
        (
            "Title\n\nThe authorities should:\n\n- tell the families where they are\n- pay for the funerals",
            ["tell the families where they are", "pay for the funerals"],
        ),
        (
            "Title\n\nThe league urges the government to unbolt the gates of the depot.",
            ["to unbolt the gates of the depot"],
        ),
        ("Title\n\nPolice said that the government has been telling shops to close.", []),
    ],
)
def test_who_is_told_to_do_what(text: str, told: list[str]) -> None:
    assert demands(text) == told


def test_we_demand_and_a_comma_open_a_list() -> None:
    text = "Title\n\nHere we demand the government to,\n\n1. Free the tailors\n2. End the raids on looms"
    assert demands(text) == ["Free the tailors", "End the raids on looms"]


def test_a_remark_in_brackets_under_a_demand_is_no_demand() -> None:
    text = "Title\n\nWe demand:\n\n* reopen the looms.\n\n(The mayor of Elbe reopened hers last year.)"
    assert demands(text) == ["reopen the looms"]


def test_a_list_says_what_though_its_heading_says_include() -> None:
    text = "Title\n\nTheir demands include:\n\n- 2,500 calories each day"
    assert demands(text) == ["2,500 calories each day"]


def test_what_a_caller_is_to_demand_is_a_demand() -> None:
    text = "Title\n\nPlease phone the barracks on +356 2123 4567 to demand that the tailors be released."
    assert demands(text) == ["that the tailors be released"]


def test_the_subject_of_a_clause_is_part_of_what_is_demanded() -> None:
    text = "Title\n\nThe union demanded that the company pay the arrears and that the guards be withdrawn."
    assert demands(text) == ["that the company pay the arrears", "that the guards be withdrawn"]


def test_an_addressee_may_be_told_one_word() -> None:
    assert demands("Title\n\nUnions have called for the president to resign.") == ["to resign"]


def test_points_to_make_are_demands_and_an_item_is_not_cut() -> None:
    text = (
        "Title\n\nKey points to make in your letter:\n\n1. Access to lawyers and an end to the raids\n\n"
        "2. Safe return of the tailors"
    )
    assert demands(text) == ["Access to lawyers and an end to the raids", "Safe return of the tailors"]


def test_who_is_to_act_begins_another_demand() -> None:
    text = "Title\n\nWe insist on an independent inquiry and for the mayor of Elbe to resign."
    assert demands(text) == ["an independent inquiry", "for the mayor of Elbe to resign"]


def test_a_letter_calls_its_addressee_your_government() -> None:
    text = "Title\n\nDear President,\n\nWe call for your government to protect the tailors."
    assert demands(text) == ["to protect the tailors"]


@pytest.mark.parametrize(
    "text",
    [
        "Schneider in Haft\n\nSehr geehrter Herr Minister,\n\nSchützen Sie die Schneider vor der Folter.",
        "Sastres presos\n\nEstimado señor ministro:\n\nRespete los derechos de los sastres detenidos.",
        "Tailleurs arrêtés\n\nMonsieur le ministre,\n\nRetirez les plaintes contre les tailleurs.",
        "Арест портных\n\nУважаемый господин министр!\n\nНакажите виновных в избиении портных.",
    ],
)
def test_a_letter_says_do_this(text: str) -> None:
    assert len(demands(text)) == 1
