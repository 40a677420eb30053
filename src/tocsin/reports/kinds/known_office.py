"""What a reviewer says of a printed contact beside an office that the directory knows."""

from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .kind import CannotRead, Kind


class Choice(models.TextChoices):
    """`candidate`: what the directory adds is taken as well, unconfirmed."""

    PRINTED = "printed", gettext_lazy("kept as printed")
    SAME = "same", gettext_lazy("the same office")
    CANDIDATE = "candidate", gettext_lazy("the same office, with what the directory adds")


@dataclass(frozen=True)
class KnownOffice(Kind):
    """{'key': of the shipped mission or '', 'choice': Choice, 'for_all': whether it counts for every case}."""

    widget: str = "beside"

    def fits(self, value: Any) -> bool:
        return (
            isinstance(value, dict)
            and isinstance(value.get("key"), str)
            and isinstance(value.get("for_all"), bool)
            and value.get("choice") in Choice.values
        )

    def words(self, value: Any) -> str:
        said = str(Choice(value["choice"]).label)
        return f"{said} ({_('for every case')})" if value["for_all"] else said

    def typed(self, value: Any) -> str:
        return ""

    def read(self, typed: str) -> Any:
        raise CannotRead(_("Choose it on the page that shows the contacts beside the directory."))
