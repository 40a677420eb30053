"""A list of detainees as somebody pastes it: 130 invented people, one a line."""

FIRST = ["Ainars", "Baiba", "Cilda", "Dzintra", "Edvins", "Fricis", "Gunta", "Harijs", "Ilva", "Janis", "Kaspars", "Liene", "Mara"]  # fmt: skip
LAST = ["Abolins", "Berzkalns", "Celmins", "Dambis", "Egle", "Feldmanis", "Grava", "Holms", "Irbe", "Jansone"]


def names() -> list[str]:
    """130 names, each once."""
    return [f"{first} {last}" for last in LAST for first in FIRST]


def pasted() -> str:
    lines = [
        f"{n}. {name}, docker, detained on {1 + n % 5} May 2015" for n, name in enumerate(names(), start=1)
    ]
    head = "Riga: 130 dockers detained after the strike\n\nOn 1 to 5 May 2015 police detained 130 dockers in Riga, Latvia. They are:\n"
    return head + "\n".join(lines) + "\n\nWe demand:\n- the release of all detained dockers\n"
