from tocsin.letters.compose import Addressee
from tocsin.letters.phone_script import phone_script


def test_what_to_say():
    script = phone_script(
        "+442079460000", Addressee("the embassy", "embassy"), "the strike.", ["talk to the union"], "NO"
    )
    assert script.number == "+442079460000"
    assert script.lines == (
        "Good day. My name is ... and I am calling from Norway.",
        "May I speak to somebody at the embassy who deals with this?",
        "I am calling about the strike.",
        "I ask you to see to this: Talk to the union.",
        "What has been done about it? May I have your name, so that I can say whom I spoke to?",
        "Thank you. I shall call again.",
    )
    assert script.notes[0].startswith("Write down the time")


def test_a_person_is_asked_for_by_name():
    script = phone_script("+1", Addressee("the court", "court", "Judge A. B."), "M", [], "US")
    assert script.lines[1] == "May I speak to Judge A. B., or to somebody at the court who deals with this?"
