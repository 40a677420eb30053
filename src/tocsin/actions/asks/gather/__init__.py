"""A called day and its gatherings: proposed by hosts anywhere, moderated, shown, counted, reported back.

Nothing is hosted, pinned or counted in the country of events or a country marked as dangerous.
"""
