"""What the name of a place means."""

from dataclasses import dataclass

from tocsin.language.place_index import sovereigns

_KINDS = {
    "c": "country",
    "a": "region",
    "r": "region",
    "d": "people",
    "n": "name",
    "p": "place",
    "h": "historical",
    "t": "city",
}


@dataclass(frozen=True, slots=True)
class Found:
    """`country` is None where nothing is known or where one must ask back: then `choices` are what may be meant.

    `kind`: country (any ISO 3166-1 code, and XK; it says nothing of recognition), territory (has a `sovereign` in
    dependencies.csv), region, city, people (a demonym), name (several carry it), place (its people choose, see
    asked-back.csv), historical (`successors`, and its former ISO code in `formerly`), unknown.
    """

    as_written: str
    country: str | None = None
    kind: str = "unknown"
    choices: tuple[str, ...] = ()
    sovereign: str | None = None
    successors: tuple[str, ...] = ()
    formerly: str = ""

    def __bool__(self) -> bool:
        """Whether anything is known, be it only what to ask."""
        return self.kind != "unknown"


def found(text: str, value: str) -> Found:
    """From a letter and codes, as the index has them: 'cKZ', 'nKP|KR', 'hCZ|SK=CSHH'."""
    codes, _, formerly = value[1:].partition("=")
    among, kind = tuple(code for code in codes.split("|") if code), _KINDS[value[0]]
    if kind == "historical":
        return Found(text, None, kind, among, None, among, formerly)
    if len(among) != 1 or kind == "place":
        return Found(text, None, kind, among)
    sovereign = sovereigns().get(among[0])
    return Found(text, among[0], "territory" if sovereign and kind == "country" else kind, (), sovereign)
