"""8 June: the first report lies in the folder. Petra, who coordinates, reviews it and opens a case; the lawyer is named."""

from tocsin.reports.sample import sample_bytes

from .desk import names_the_lawyer, reviews
from .world import World

# Whom the report tells of and does not list: the reviewer adds them, to be called.
ASKED = {"Remand prison of Aktau": "the remand prison", "Police of Aktau": "the police chief"}
REPORT = "aktau-2011-06.txt"


def lived(world: World) -> None:
    world.comes_to(8, 18)
    (world.data / "incoming" / "union" / REPORT).write_bytes(sample_bytes(REPORT))
    for _look in range(2):  # a file is taken when it has kept still from one look to the next
        world.clock.goes_on(minutes=1)
        world.settles()
    petra = world.at_the_desk("Petra").opens("/desk/")
    assert "Waiting for review 1" in petra.sees
    assert "came in 8 June 2011" in petra.sees
    assert "Looks like" not in petra.sees
    reviews(petra, "Kazakhstan: lawyer of striking oil workers missing", "2011-06-08", ASKED)
    petra.follows("Take ").presses("Take it into the case")
    world.case = petra.address
    assert "Report of 8 June 2011" in petra.sees
    names_the_lawyer(petra)
