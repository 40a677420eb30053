"""The date of something that has been: one that lies ahead is a slip of the year."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.language.edtf import stretch_of

from .kind import CannotRead
from .measured import Date

# Somewhere it is tomorrow already.
_ELSEWHERE = timedelta(days=1)


@dataclass(frozen=True)
class PastDate(Date):
    """EDTF level 1 that has begun by now."""

    def read(self, typed: str) -> str:
        edtf = super().read(typed)
        stretch = stretch_of(edtf)
        if stretch and stretch.first and stretch.first > timezone.now().date() + _ELSEWHERE:
            raise CannotRead(
                _("“%(typed)s” lies ahead, and this has happened already. Check the year.") % {"typed": edtf}
            )
        return edtf


def is_before(one: str, other: str) -> bool:
    """Whether all that the first date may mean lies before all that the second may."""
    first, second = stretch_of(one), stretch_of(other)
    return bool(first and second and first.last and second.first and first.last < second.first)
