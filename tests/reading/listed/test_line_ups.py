"""Who performs or speaks for the prisoners is listed under words of his own: what is told of prisoners higher up is not his."""

from tocsin.reading.read import read_bytes

CONCERT = """# Konzert für die Gefangenen

**→** Der Freundeskreis protestiert seit Februar gegen die Inhaftierung von Aylin Demir und anderer inhaftierter Journalisten. \
In vielen Städten gab es Feste.

**→** Am 3. Mai treten auf der Bühne am Rathaus ab halb sechs unter anderem auf: Jonas Weber, Petra Lang, Maria Orsini, \
Tomas Novak, Lena Fischer, Karl Brandt, Julia Sommer, Anna Keller, Felix Braun, Eva Richter, Paul Schmidt, \
Nina Wolf, Ralf Neumann, Ines Koch, Otto Bauer, Sven Lange und Martin Vogel.
"""
HELD = """Police broke up the vigil on 3 May 2016 and detained eight journalists. They are: Jonas Weber, Petra Lang, Maria Orsini, \
Tomas Novak, Lena Fischer, Karl Brandt, Julia Sommer and Martin Vogel.
"""


def _at_risk(text: str) -> set[str]:
    return {person.name for person in read_bytes(text.encode(), "text.txt", "2016-05-04").people}


def test_a_line_up_is_not_under_arrest() -> None:
    assert _at_risk(CONCERT) == {"Aylin Demir"}


def test_those_among_the_detained_are() -> None:
    assert {"Jonas Weber", "Petra Lang", "Martin Vogel"} <= _at_risk(HELD)
