"""Which organisations stand under an action, as the public may see it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.utils.translation import get_language

from tocsin.actions.models import Action
from tocsin.cases.mask import Mask
from tocsin.cases.names import case_mask
from tocsin.language.countries import country_name

from .models import Endorsement, EndorsementState


@dataclass(frozen=True)
class SignedView:
    """One organisation. `domain` is empty where a member confirmed it by hand."""

    organisation: str
    kind: str
    country: str
    country_name: str
    members_count: int | None
    signed_by: str
    decided_by: str
    domain: str


@dataclass(frozen=True)
class InCountry:
    """What one country adds; `members` is what its organisations say of themselves, together."""

    code: str
    name: str
    count: int
    members: int


@dataclass(frozen=True)
class Signed:
    """All of them, by country and name."""

    organisations: tuple[SignedView, ...]
    countries: tuple[InCountry, ...]

    @property
    def count(self) -> int:
        return len(self.organisations)

    @property
    def members(self) -> int:
        return sum(country.members for country in self.countries)


def shown(action: Action) -> QuerySet[Endorsement]:
    """Those on the public list: none of the country of the events that its coordinator did not choose."""
    abroad = ~Q(country=action.case.country) if action.case.country else Q()
    rows = action.endorsements.filter(state=EndorsementState.SHOWN)
    return rows.filter(abroad | Q(may_be_shown_at_home=True))


def signed(action: Action) -> Signed:
    """Names that the case withholds are replaced wherever they stand. Empty while the case is frozen."""
    if action.case.frozen_at:
        return Signed((), ())
    mask, language = case_mask(action.case), get_language() or "en"
    views = [_view(one, mask, language) for one in shown(action)]
    ordered = sorted(views, key=lambda one: (one.country_name.casefold(), one.organisation.casefold()))
    return Signed(tuple(ordered), tuple(_countries(ordered)))


def _countries(views: Iterable[SignedView]) -> list[InCountry]:
    counts: Counter[tuple[str, str]] = Counter()
    members: Counter[tuple[str, str]] = Counter()
    for one in views:
        counts[one.country, one.country_name] += 1
        members[one.country, one.country_name] += one.members_count or 0
    return [InCountry(code, name, n, members[code, name]) for (code, name), n in counts.items()]


def _view(one: Endorsement, mask: Mask, language: str) -> SignedView:
    return SignedView(
        organisation=mask.text(one.organisation),
        kind=one.get_kind_display(),
        country=one.country,
        country_name=country_name(one.country, language),
        members_count=one.members_count,
        signed_by=mask.text(one.signed_by),
        decided_by=mask.text(one.decided_by),
        domain=mask.address(one.own_domain),
    )
