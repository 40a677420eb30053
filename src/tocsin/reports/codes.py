"""The codes of `draft.schema.json` in words. Kinds of incidents stand in `terms/incident-types.csv`."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Status(TextChoices):
    MISSING = "missing", _("missing")
    DETAINED = "detained", _("detained")
    CHARGED = "charged", _("charged")
    SENTENCED = "sentenced", _("sentenced")
    RELEASED = "released", _("released")
    INJURED = "injured", _("injured")
    KILLED = "killed", _("killed")
    THREATENED = "threatened", _("threatened")
    ON_STRIKE = "on_strike", _("on strike")
    DISMISSED = "dismissed", _("dismissed")
    DEPORTED = "deported", _("deported")
    IN_HIDING = "in_hiding", _("in hiding")
    AT_RISK = "at_risk", _("at risk")
    OTHER = "other", _("other")


class AskKind(TextChoices):
    PROTEST_LETTER = "protest_letter", _("write a letter of protest")
    PHONE_CALL = "phone_call", _("make a phone call")
    FAX = "fax", _("send a fax")
    SOLIDARITY_MESSAGE = "solidarity_message", _("send a message of solidarity")
    PICKET = "picket", _("hold a picket")
    PETITION = "petition", _("sign a petition")
    DONATION = "donation", _("give money")
    WORK_STOPPAGE = "work_stoppage", _("stop work")
    MEDIA = "media", _("tell the media")
    SIGN_ON = "sign_on", _("sign on as an organisation")
    PRISONER_LETTER = "prisoner_letter", _("write to the prisoner")
    OWN_GOVERNMENT = "own_government", _("write to your own government")
    OTHER = "other", _("something else")


class Beneficiary(TextChoices):
    CAUSE = "cause", _("the cause")
    PUBLISHER = "publisher", _("the publisher")
    OTHER = "other", _("somebody else")


class ContactRole(TextChoices):
    TARGET = "target", _("to be written to")
    COPY_TO = "copy_to", _("gets a copy")
    SOLIDARITY_TO = "solidarity_to", _("gets messages of solidarity")
    ORGANISER = "organiser", _("organiser of the appeal")
    PRISONER = "prisoner", _("the person in prison")


class OrganisationKind(TextChoices):
    EMPLOYER = "employer", _("employer")
    UNION = "union", _("union")
    PARTY = "party", _("party")
    NGO = "ngo", _("non-governmental organisation")
    MEDIA = "media", _("media")
    AUTHORITY = "authority", _("authority")
    OTHER = "other", _("other")


class LinkKind(TextChoices):
    VIDEO = "video", _("video")
    DONATION = "donation", _("donation")
    PETITION = "petition", _("petition")
    ARTICLE = "article", _("article")
    OTHER = "other", _("other")


class Use(TextChoices):
    """What became of a sentence."""

    USED = "used", _("used")
    OPINION = "opinion", _("opinion")
    BACKGROUND = "background", _("background")
    FURNITURE = "furniture", _("not part of the appeal")
    UNPLACED = "unplaced", _("not placed yet")
