"""What the people of one text are together: counted once, asked for each of them."""

from collections import Counter

from tocsin.reading.dossiers import Dossier


class Company:
    """Everybody a text names, in the order of first mention."""

    def __init__(self, dossiers: list[Dossier]) -> None:
        self._first = dossiers[0] if dossiers else None
        self._most = max((len(dossier.mentions) for dossier in dossiers), default=0)
        self._in_plight = sum(bool(dossier.evidence) for dossier in dossiers)
        self._parts = Counter(part for d in dossiers if d.evidence for part in set(d.name.split()))

    def is_first(self, dossier: Dossier) -> bool:
        return dossier is self._first

    def is_most_mentioned(self, dossier: Dossier) -> bool:
        return len(dossier.mentions) == self._most > 1

    def others_in_plight(self, dossier: Dossier) -> int:
        return self._in_plight - bool(dossier.evidence)

    def shares_surname(self, dossier: Dossier) -> bool:
        """Something is said of somebody else who bears this surname as a part of the name."""
        return self._parts[dossier.name.split()[-1]] > bool(dossier.evidence)
