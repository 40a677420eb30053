"""5 June: five hundred march in Aktau. Nobody here knows of it yet; a folder is made ready for what the union may scan."""

from .world import World


def lived(world: World) -> None:
    world.comes_to(5, 12)
    ada = world.at_the_desk("Ada").opens("/desk/")
    assert "No report has come in yet." in ada.sees
    ada.opens("/desk/sources/")
    ada.presses("Add it", {"folder": True, "Name": "The union’s scanner", "Folder or address": "union"})
    assert "It is looked at within half a minute." in ada.sees
    world.settles()
    assert "No letter" not in world.visitor().opens("/").sees
