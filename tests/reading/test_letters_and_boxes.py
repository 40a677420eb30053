"""What letters ask of their addressee, letters to readers, a site's own money box, and marches that are over."""

from tocsin.reading.read import read_text
from tocsin.terms.draft import Draft


def draft(text: str, published: str | None = None) -> Draft:
    return read_text(text, "appeal.txt", published)


def asks(text: str, published: str | None = None) -> set[str]:
    return {ask.kind for ask in draft(text, published).asks}


def demands(text: str) -> list[str]:
    return [demand.text for demand in draft(text).demands]


LETTER = (
    "Letter on the nine tailors\n\nDear Minister,\n\nNine tailors are held in Mombasa.\n\n"
    "Please give them access to their lawyers.\n\nPlease repeal Article 9 of the Act.\n\n"
    "Please find enclosed their names.\n\nSincerely\n"
)


def test_pleas_of_a_letter_are_demands_of_its_addressee() -> None:
    assert demands(LETTER) == [
        "Please give them access to their lawyers",
        "Please repeal Article 9 of the Act",
    ]


def test_a_letter_to_an_office_asks_its_readers_for_nothing() -> None:
    assert asks(LETTER) == set()


def test_a_letter_to_friends_is_the_appeal_itself() -> None:
    text = (
        "Libertad para los nueve\n\nEstimados/as compañeros/as:\n\nHemos convocado una concentración de apoyo "
        "para este viernes 17 de diciembre, a las 19,30 h., frente a la sede de la empresa."
    )
    assert asks(text, "2010-12-13") == {"picket"}


def test_to_sign_a_petition_is_no_subscription() -> None:
    text = (
        "Liberdade para Ana\n\nAna Exemplo está presa em Recife.\n\nAssine a Petição\n\n"
        "Exigimos a libertação imediata de Ana Exemplo."
    )
    assert asks(text) == {"petition"}
    assert demands(text) == ["a libertação imediata de Ana Exemplo"]


def test_the_story_goes_on_below_a_money_box() -> None:
    story = (
        "Nine tailors of the mill in Mombasa were arrested at the gate on Monday morning when they handed out "
        "leaflets about their unpaid wages, and their families have waited before the police station ever since "
        "without a word from the officers. The union demands that the governor release the nine tailors at once "
        "and that the mill pay what it owes."
    )
    assert demands(f"Mill of Mombasa\n\nDonate now\n\n{story}") != []


def test_a_march_that_is_over_calls_nobody() -> None:
    text = (
        "Desalojo\n\nDespués vino el desalojo y la marcha a la ciudad el 7 de junio, acallada por la policía."
    )
    assert asks(text, "2012-08-02") == set()


def test_readers_who_are_asked_to_press_are_no_target() -> None:
    text = (
        "Salé prison\n\nWe call upon all the international human rights organisations to urgently intervene."
    )
    assert demands(text) == []


def test_messages_calling_on_a_company_carry_the_demand() -> None:
    text = "Paper mill\n\nThe workers ask you to send messages calling on management to reopen negotiations."
    assert demands(text) == ["to reopen negotiations"]


def test_postcards_to_fill_in_are_letters_of_protest() -> None:
    text = (
        "Solidarität mit den Näherinnen\n\nWir rufen alle dazu auf, die Postkarten selbst auszufüllen und "
        "an die Botschaft von Kenia einzusenden."
    )
    assert "protest_letter" in asks(text)
