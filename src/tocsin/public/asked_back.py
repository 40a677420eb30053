"""What a form of an action says to whoever is not let in at once."""

from django.utils.translation import gettext_lazy as _

from tocsin.public.against_abuse.admit import Answer

ASKED_BACK = {
    Answer.ONCE_MORE: _("That was very quick. If you are a person, press once more."),
    Answer.TOO_MANY: _("More come in at this moment than we can look at. Please try again in an hour."),
}
