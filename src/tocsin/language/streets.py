"""Streets and houses, which are named after people and cities: 'Olof Palme Marg', '45 Portland Place', 'rue de Lisbonne'."""

import re

_AFTER = (
    "Place|Crescent|Street|St|Str|Road|Rd|Avenue|Ave|Lane|Square|Drive|Terrace|Gardens|Row|Way|Boulevard|Blvd|House|Building|Marg|Chowk|"
    "Allee|Platz|Straße|Strasse|Damm|Ufer|Gade|Vej|Plads|utca|prospekt|Caddesi|Meydanı|Meydani|Sokağı|Sokak|Bulvarı|Mahallesi|проспект|улица|площадь"
)
_BEFORE = (
    "rue|avenue|av|boulevard|bd|place|quai|via|viale|piazza|corso|calle|avenida|avda|plaza|paseo|rua|travessa|praça|largo|jalan|"
    "ulica|ulice|ul|nám|náměstí|ул|улица|бул|пл|проспект|пр"
)
STREETS = re.compile(
    rf"[^\W\d_][\w'-]* (?:{_AFTER})\b"
    rf"|\b(?:{_BEFORE})\.? (?:de |della |di |la |do |da |del |des |du )*[^\W\d_][\w'-]*",
    re.IGNORECASE,
)
_ENDS = re.compile(rf"(?<= )(?:{_AFTER})$")


def is_street(name: str) -> bool:
    """A capitalised run that ends in a word for a street or a house."""
    return _ENDS.search(name) is not None
