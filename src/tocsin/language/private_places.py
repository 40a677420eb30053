"""Whether the words for a place look like somebody's home."""

import re

from tocsin.language.streets import STREETS

# "flat 4", "apt. 12", "кв. 7", "lgh 1102": a door in a house of many.
_DOOR = (
    r"flat|apt|apartment|unit|wohnung|whg|appartement|appt|piso|apartamento|apto|appartamento|interno|leilighet|lägenhet|lgh|"
    r"lejlighed|mieszkanie|кв|квартира|пәтер|شقة|شقه|آپارتمان|واحد"
)
_HOME = (
    r"(?:my|our|his|her|their) (?:home|house|flat|apartment|place|garden|kitchen|living room)|at home|private (?:home|house|flat)|"
    r"chez moi|chez nous|à mon domicile|bei mir(?: zu hause)?|zu hause|meine wohnung|mi casa|en casa de|minha casa|casa mia|"
    r"hjemme hos|hemma hos|у меня дома|моя квартира|на дому|менің үйім|منزلي|بيتي|خانه‌? ?(?:من|ما)|我家"
)
_HOMES = re.compile(
    rf"(?<!\w)(?:(?:{_DOOR})\.?\s*(?:no\.?\s*|#\s*|nr\.?\s*|№\s*)?\d|(?:{_HOME})(?!\w))", re.IGNORECASE
)
_NUMBER = re.compile(r"(?<!\w)\d{1,4}\s?[a-zа-я]?(?!\w)", re.IGNORECASE)
# One word that says it is a street: 'Storgata 12', 'Hauptstraße 5'.
_STREET = re.compile(
    r"\w{3,}(?:gata|gate|gatan|gade|veien|vegen|vägen|vej|straße|strasse|str\.|straat|weg|utca)\b",
    re.IGNORECASE,
)


def is_a_home(words: str) -> bool:
    """'Flat 4, 12 Main Street', 'at our house', 'кв. 7': nobody but a household lives behind that."""
    return _HOMES.search(words) is not None


def has_house_number(words: str) -> bool:
    """'12 Main Street', 'Storgata 12': a public house or a private one, the words alone do not tell."""
    return bool(_NUMBER.search(words) and (STREETS.search(words) or _STREET.search(words)))
