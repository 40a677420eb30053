"""Who is named beside a part of the state has an office there."""

from tocsin.language.lexicon import lexicon
from tocsin.language.names import Name
from tocsin.language.reckoning import anchor_of
from tocsin.reading.bodies_of_state import body_before, body_below
from tocsin.reading.document import lay_out
from tocsin.reading.marks import Marked, mark


def line(text: str, language: str) -> Marked:
    return mark(lay_out(text, language), lexicon(language), anchor_of("2012")).marked[0]


def named(text: str, name: str, title: str | None = "M.") -> Name:
    return Name(text.index(name), text.index(name) + len(name), name, title)


def test_before_a_colon() -> None:
    text = "Ministère de l'intérieur : M. Odilon Marchandeau"
    found = body_before(line(text, "fr"), named(text, "Odilon Marchandeau"), lexicon("fr"))
    assert found is not None
    assert found[0] == "Ministère de l'intérieur"


def test_what_has_no_title_may_be_a_street() -> None:
    text = "Embassy of Norway: Anna Muster, 12"
    assert body_before(line(text, "en"), named(text, "Anna Muster", None), lexicon("en")) is None


def test_on_the_line_below_a_title() -> None:
    below, name = line("Governo do Estado do Norte", "pt"), named("Dr. Nelson Caiado", "Nelson Caiado", "Dr.")
    assert body_below(below, name, lexicon("pt")) is not None
    assert body_below(line("Sindicato do Norte", "pt"), name, lexicon("pt")) is None
