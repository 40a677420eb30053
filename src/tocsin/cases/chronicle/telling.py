"""How a value of a page was told: by which claims, from which sources, when."""

from collections.abc import Iterable

from tocsin.cases.models import COERCED, Circumstance, Stance
from tocsin.cases.view import Source, SubjectView, Value

from .entry import NumberedSource, Quote


class Telling:
    """Sources are numbered where they are cited. `is_public` leaves the words of the reports out."""

    def __init__(self, sources: Iterable[NumberedSource], is_public: bool) -> None:
        self._numbered = {source.report: source for source in sources}
        self._is_public = is_public

    def number(self, report: int | None) -> int | None:
        source = self._numbered.get(report)
        return source.number if source else None

    def sources(self, *values: Value) -> tuple[int, ...]:
        """The numbers of all sources of these values, each once."""
        found = {self.number(s.report) for value in values for s in value.sources}
        return tuple(sorted(n for n in found if n is not None))

    def said_at(self, value: Value) -> str:
        """EDTF: when it was first said; else when the first of its reports was published."""
        said = sorted(said.said_at for said in value.said if said.said_at)
        published = sorted(s.published for s in value.sources if s.published)
        return next(iter((*said, *published)), "")

    def remarks(self, value: Value) -> tuple[str, ...]:
        """What a reader must know besides the words: a denial, or that it was said in custody."""
        stance = [str(Stance(value.stance).label)] if value.stance != Stance.ASSERTS else []
        how = [str(Circumstance(value.circumstance).label)] if value.circumstance in COERCED else []
        return (*stance, *how)

    def quotes(self, *values: Value) -> tuple[Quote, ...]:
        if self._is_public:
            return ()
        found = (self._quote(s) for value in values for s in value.sources if s.quote)
        return tuple(dict.fromkeys(quote for quote in found if quote))

    def _quote(self, source: Source) -> Quote | None:
        cited = self._numbered.get(source.report)
        return Quote(cited.number, source.quote, cited.language) if cited else None


def all_values(view: SubjectView) -> tuple[Value, ...]:
    return tuple(value for values in view.values.values() for value in values)
