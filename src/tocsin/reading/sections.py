"""What part of an appeal a line belongs to."""

from enum import StrEnum


class Section(StrEnum):
    HEADLINE = "headline"
    LEAD = "lead"
    NARRATIVE = "narrative"
    DEMANDS = "demands"
    ASK = "ask"
    CONTACTS = "contacts"
    COPIES = "copies"
    QUOTED_LETTER = "quoted_letter"
    BACKGROUND = "background"
    DONATION = "donation"
    COMMENTS = "comments"
    NAVIGATION = "navigation"

    @property
    def is_furniture(self) -> bool:
        """Not the case itself: the site's own money box, comment form and menus."""
        return self in (Section.DONATION, Section.COMMENTS, Section.NAVIGATION)
