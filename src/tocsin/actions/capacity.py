"""As what an office is written to: each capacity may have a letter of its own."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Capacity(models.TextChoices):
    """Empty for an office that answers for what happened; it gets the general letter."""

    ANSWERS = "", _("who answers for what happened")
    OWN_GOVERNMENT = "own_government", _("the supporters’ own government")
    PARLIAMENT = "parliament", _("the supporters’ own parliament")
    EMPLOYER = "employer", _("the employer")
    OWNER = "owner", _("an owner of the employer")
    BUYER = "buyer", _("a buyer from the employer")


# Of each supporter another: her own. Such an office need not be a target.
OWN = (Capacity.OWN_GOVERNMENT, Capacity.PARLIAMENT)
# What somebody must have said before it is told of a company.
NEEDS_SOURCE = frozenset({Capacity.OWNER, Capacity.BUYER})
